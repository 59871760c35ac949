using System.Globalization;
using System.Text;

namespace ChatChannels.Hostility;

/// <summary>
/// A whole call each request of which comes several times: some copies together, the others later, between those of later
/// hops and behind the last. A request never comes before the reply that it answers: no phone can do that.
/// </summary>
/// <param name="number">The person: its phone, session and identity number.</param>
/// <param name="hangsUp">Whether the person is lost behind a save point instead of going to the end.</param>
internal sealed class CopiedCall(GatewayLines lines, Random chance, int number, bool hangsUp)
{
    /// <summary>The most copies of one request, the first one included.</summary>
    public const int Most = 10;

    private const int HangUpAfter = 12;

    private readonly string _session = string.Create(CultureInfo.InvariantCulture, $"ATUid_copied_{number:x8}");
    private readonly string _phone = string.Create(CultureInfo.InvariantCulture, $"+23768{number:0000000}");
    private readonly List<(HostileCallback Callback, byte[] Reply)> _late = [];
    private readonly List<string> _typed = [];

    /// <summary>Requests that differ.</summary>
    public int Callbacks { get; private set; }

    /// <summary>Requests sent, copies included.</summary>
    public int Sent { get; private set; }

    /// <summary>Replies that were not those of the first copy.</summary>
    public int Differing { get; private set; }

    public async Task Go(int copies)
    {
        var screen = await Hop(copies);
        foreach (var answer in HonestCall.AnswersOf($"COPIE{Letters(number)}", string.Create(CultureInfo.InvariantCulture, $"76{number:0000000}")))
        {
            if (hangsUp && Callbacks == HangUpAfter)
                break;
            screen = await Type(answer, copies);
        }

        if (hangsUp)
            await HangUp(copies);
        else
            await Confirm(screen, copies);
        while (_late.Count > 0)
            await SendLate();
    }

    private async Task Confirm(string screen, int copies)
    {
        while (screen.StartsWith("CON ", StringComparison.Ordinal))
            screen = await Type(screen.Contains("\n98 ", StringComparison.Ordinal) ? "98" : "1", copies);
    }

    private Task<string> Type(string answer, int copies)
    {
        _typed.Add(answer);
        return Hop(copies);
    }

    private Task<string> Hop(int copies) => Send(
        new HostileCallback("copy", Gateway.Target, HonestCall.Form(_session, _phone, string.Join('*', _typed))) { Credentials = Gateway.Credentials }, copies);

    private Task<string> HangUp(int copies)
    {
        byte[] body = [.. HonestCall.Form(_session, _phone, string.Join('*', _typed)), .. "&status=Incomplete"u8];
        return Send(new HostileCallback("copy", Gateway.Events, body) { Credentials = Gateway.Credentials }, copies);
    }

    private async Task<string> Send(HostileCallback callback, int copies)
    {
        Callbacks++;
        var now = chance.Next(1, copies + 1);
        var sending = Enumerable.Range(0, now).Select(_ => lines.Send(callback)).ToList();
        if (_late.Count > 0 && chance.Next(2) == 0)
            await SendLate();
        var replies = await Task.WhenAll(sending);
        Sent += now;
        Differing += replies.Count(reply => reply.Status != 200 || !reply.Body.AsSpan().SequenceEqual(replies[0].Body));
        _late.AddRange(Enumerable.Repeat((callback, replies[0].Body), chance.Next(copies - now + 1)));
        return Encoding.UTF8.GetString(replies[0].Body);
    }

    /// <summary>A handful of those that are late, whichever.</summary>
    private async Task SendLate()
    {
        var some = Enumerable.Range(0, Math.Min(_late.Count, Most)).Select(_ =>
        {
            var place = chance.Next(_late.Count);
            var late = _late[place];
            _late.RemoveAt(place);
            return late;
        }).ToList();
        var replies = await Task.WhenAll(some.Select(late => lines.Send(late.Callback)));
        Sent += some.Count;
        Differing += replies.Zip(some).Count(pair => !pair.First.Body.AsSpan().SequenceEqual(pair.Second.Reply));
    }

    private static string Letters(int number) =>
        string.Concat(number.ToString("0000", CultureInfo.InvariantCulture).Select(digit => (char)('A' + digit - '0')));
}
