using System.Globalization;
using System.Net;
using ChatChannels.Driver.Loads;
using ChatChannels.Driver.Walks;
using ChatChannels.Soak.Processes;
using ChatChannels.Soak.Stores;

namespace ChatChannels.Soak.Uploads;

/// <summary>Hops at an even rate against one service, in windows by turns without and with people who send large files.</summary>
internal sealed class UploadRun(int uploaders, bool isAsked, double hopsPerSecond, TimeSpan window, Chance chance)
{
    private const string Secret = "a-secret-of-the-soak-tests-that-nobody-else-has";
    private const string Gateway = "soak-0123456789abcdef";
    private const int File = 6_000_000;
    private const int Users = 64;
    private const long CallersOfAWindow = 1_000_000;

    private long _windows;

    public List<Report> Without { get; } = [];

    public List<Report> With { get; } = [];

    public int Taken { get; private set; }

    public int Refused { get; private set; }

    public int Broken { get; private set; }

    public async Task Play(Bed bed, int rounds, CancellationToken cancellation)
    {
        var port = Ports.Free(chance);
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        using var service = ServiceProcess.Start(
        [
            "--urls", address.ToString(), .. bed.Settings, "--Funds:Sample", "true",
            "--Ussd:AfricasTalking:SecretPath", Gateway, "--Ussd:Limits:SessionsPerHour", "1000000", "--Ussd:Limits:OpenPerPhone", "1000000",
            "--Bot:DirectLine:Secrets:0:Fund", "cnss-tg", "--Bot:DirectLine:Secrets:0:Secret", Secret,
        ]);
        await service.Begun;
        if (service.HasEnded)
            throw new InvalidOperationException($"The service did not start: {service.Said}");
        await Calls(port, cancellation); // what is compiled at first is compiled here
        for (var round = 0; round < rounds; round++)
        {
            Without.Add(await Calls(port, cancellation));
            With.Add(await Beside(address, port, cancellation));
        }

        await service.Stop(cancellation);
    }

    private async Task<Report> Beside(Uri address, int port, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var http = new HttpClient { BaseAddress = address };
        var line = "900000201;MODELE;Aline;125000;31\n"u8.ToArray();
        var file = Enumerable.Repeat(line, File / line.Length).SelectMany(octets => octets).ToArray();
        var all = Enumerable.Range(0, uploaders).Select(_ => new Uploader(http, Secret, file, isAsked)).ToList();
        var sending = all.Select(uploader => Task.Run(() => uploader.Run(stop.Token), CancellationToken.None)).ToList();
        var report = await Calls(port, cancellation);
        await stop.CancelAsync();
        await Task.WhenAll(sending);
        (Taken, Refused, Broken) = (Taken + all.Sum(one => one.Taken), Refused + all.Sum(one => one.Refused), Broken + all.Sum(one => one.Broken));
        return report;
    }

    private Task<Report> Calls(int port, CancellationToken cancellation)
    {
        var load = new Load
        {
            Server = new IPEndPoint(IPAddress.Loopback, port),
            Path = $"/ussd/africastalking/{Gateway}",
            Walk = Walk.First8,
            Users = Users,
            HopsPerSecond = hopsPerSecond,
            WarmUp = TimeSpan.FromSeconds(2),
            Duration = window,
            Seed = chance.Next(),
            FirstCaller = CallersOfAWindow * _windows++,
        };
        return Task.Factory.StartNew(() => LoadRun.Run(load, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }
}
