using System.CommandLine;
using System.Globalization;
using ChatChannels.Runtime.Storage;

namespace ChatChannels.Host.Commands;

/// <summary><c>outbox status</c>: what has not left, by kind, channel, fund and age, while the service runs or not.</summary>
internal static class OutboxCommand
{
    public static Command Create()
    {
        var status = new Command("status", "Count the messages that have not left.") { TreatUnmatchedTokensAsErrors = false };
        status.SetAction(async (parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            return await StorageCommand.OnCopy(parsed, async house => await Report(output, await house.Outbox.Waiting(cancellation)), cancellation);
        });
        return new Command("outbox", "Look at the messages for people: SMS, e-mails and what is shown in chats.") { status };
    }

    private static async Task<int> Report(TextWriter output, IReadOnlyList<WaitingMessages> waiting)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (waiting.Count == 0)
            await output.WriteLineAsync("Nothing waits: every message has left, or is given up.");
        else
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{waiting.Sum(kind => kind.Count)} messages wait, the oldest {Age(now - waiting.Min(kind => kind.Oldest))}."));
        foreach (var kind in waiting.OrderBy(kind => kind.State).ThenBy(kind => kind.Channel.Name, StringComparer.Ordinal).ThenBy(kind => kind.Fund.Value, StringComparer.Ordinal).ThenBy(kind => kind.Template, StringComparer.Ordinal))
        {
            var state = kind.State is DeliveryState.Unsent ? "no sender" : "to be sent";
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{state,-10}  {kind.Channel,-8}  {kind.Fund,-10}  {kind.Template,-28}  {kind.Count,6}  oldest {Age(now - kind.Oldest)}"));
        }

        return 0;
    }

    private static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "less than a minute old",
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{age.Minutes} min old"),
        { TotalDays: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{age.Hours} h {age.Minutes} min old"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{age.Days} d {age.Hours} h old"),
    };
}
