using ChatChannels.Host.Replay;
using ChatChannels.ReferenceRegister;
using ChatChannels.Runtime.Registry.Late;
using ChatChannels.Services;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Hostility;

/// <summary>
/// The whole service with a fund's register behind it that can be broken, and people who call meanwhile from the phone on file; one
/// in four of them is in no register.
/// </summary>
public sealed class RegisterRun : IAsyncDisposable
{
    private const string Token = "token-of-the-register-run";

    /// <summary>A day within the sample fund's dates.</summary>
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly List<Change> _changes = [];
    private readonly ReferenceServer _server;
    private readonly ReplayHost _service;
    private readonly int _atOnce;

    private RegisterRun(ReferenceServer server, ReplayHost service, RegisterBook book, Faults faults, int atOnce)
    {
        (_server, _service, Book, Faults, _atOnce) = (server, service, book, faults, atOnce);
        Calls = new TimedCalls(service.Http, "*212*2#");
    }

    /// <summary>What goes wrong with the register.</summary>
    public Faults Faults { get; }

    /// <summary>What the register holds, and what it was asked.</summary>
    public RegisterBook Book { get; }

    public TimedCalls Calls { get; }

    /// <summary>Everything that was committed, from the beginning.</summary>
    public IReadOnlyList<Change> Changes
    {
        get
        {
            _changes.AddRange(_service.Store.TakeChanges());
            return _changes;
        }
    }

    /// <summary>Starts both.</summary>
    /// <param name="people">Who is in the register.</param>
    /// <param name="atOnce">Who calls at once.</param>
    /// <param name="settings">More configuration, such as another storage.</param>
    public static async Task<RegisterRun> Start(int people, int seed, int atOnce = 8, params string[] settings)
    {
        var (book, faults) = (new RegisterBook(), new Faults(seed));
        RegisterPeople.Fill(book, people, Now);
        var server = await ReferenceServer.Start(book, faults, Token);
        var service = await ReplayHost.Start(
            Now,
            [
                "--Register:Remotes:0:Fund", "cnops-ma", "--Register:Remotes:0:Url", server.Url.ToString(), "--Register:Remotes:0:Token", Token,
                "--Funds:Sample", "false", "--Logging:LogLevel:Default", "None", .. settings,
            ]);
        return new RegisterRun(server, service, book, faults, atOnce);
    }

    /// <summary>People ask for a certificate.</summary>
    public Task<IReadOnlyList<EndedCall>> AskForCertificates(int from, int people) => Together(from, people, n => Calls.Make(
        RegisterPeople.PhoneOf(n), "1", "3", "1", "1", RegisterPeople.IdOf(n), RegisterPeople.NumberOf(n), "14031980", "1"));

    /// <summary>People look at their claims.</summary>
    public Task<IReadOnlyList<EndedCall>> AskForClaims(int from, int people) => Together(from, people, n => Calls.Make(
        RegisterPeople.PhoneOf(n), "1", "2", "1", RegisterPeople.IdOf(n), RegisterPeople.NumberOf(n), "14031980"));

    /// <summary>Everything that waits is tried every ten minutes of the service's clock, until the time is up.</summary>
    public async Task Settle(TimeSpan atMost)
    {
        var (courier, answers) = (_service.Services.GetRequiredService<RequestCourier>(), _service.Services.GetRequiredService<LateAnswerRun>());
        for (var passed = TimeSpan.Zero; passed <= atMost; passed += TimeSpan.FromMinutes(10))
        {
            await courier.Round(CancellationToken.None);
            await answers.Round(CancellationToken.None);
            _service.Clock.Pass(TimeSpan.FromMinutes(10));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<IReadOnlyList<EndedCall>> Together(int from, int people, Func<int, Task<string>> call)
    {
        var ends = new List<EndedCall>();
        foreach (var callers in Enumerable.Range(from, people).Select(n => n % 4 == 3 ? n + RegisterPeople.Strangers : n).Chunk(_atOnce))
        {
            ends.AddRange(await Task.WhenAll(callers.Select(async n => new EndedCall(n, await call(n)))));
            _service.Clock.Pass(TimeSpan.FromSeconds(10)); // so that a register that was left alone is asked again
        }

        return ends;
    }
}
