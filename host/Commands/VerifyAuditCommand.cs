using System.CommandLine;
using System.Globalization;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Audit;

namespace ChatChannels.Host.Commands;

/// <summary><c>verify-audit</c>: walks the audit chain from its first fact to its last and holds it against the anchor, while the service runs or not.</summary>
internal static class VerifyAuditCommand
{
    public static Command Create()
    {
        var count = new Option<long?>("--at-least") { Description = "How many facts there were once, as this command or the log said then.", HelpName = "COUNT" };
        var head = new Option<string?>("--head") { Description = "The head that was said with that count.", HelpName = "HASH" };
        var command = new Command("verify-audit", "Prove that no audit fact was edited, moved or taken away.") { count, head };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(head) is not null && parsed.GetValue(count) is null)
                return StorageCommand.Say(parsed, done: false, "--head goes with --at-least: the head that was said with that count.");
            var lines = AuditAnchor.Lines(StorageCommand.Options(parsed)); // before the copy, or they might be ahead of it
            return await StorageCommand.OnCopy(
                parsed, house => Verify(parsed, house, lines, parsed.GetValue(count), parsed.GetValue(head), cancellation), cancellation);
        });
        return command;
    }

    private static async Task<int> Verify(
        ParseResult parsed, Storehouse house, IReadOnlyList<string> lines, long? count, string? head, CancellationToken cancellation)
    {
        if (await house.Audit.Verify(cancellation) is AuditReport.Broken broken)
            return StorageCommand.Say(parsed, done: false, string.Create(CultureInfo.InvariantCulture, $"Broken at fact {broken.Seq}: {broken.Why}."));
        var wrong = (await house.Anchor.Check(lines, cancellation)).ToList();
        if (count is { } facts && !await house.Anchor.Holds(facts, head, cancellation))
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"The audit was rolled back: it does not go on from the {facts} facts that there were{(head is null ? "" : $" with the head {head}")}."));
        if (wrong.Count > 0)
            return StorageCommand.Say(parsed, done: false, string.Join(Environment.NewLine, wrong));
        var (now, hash) = await house.Anchor.Where(cancellation);
        var held = lines.Count > 0
            ? $"It goes on from what {house.Anchor.Path} noted."
            : $"There is no anchor at {house.Anchor.Path} yet: that a whole older database was put back would not be seen. The service makes it when it runs.";
        return StorageCommand.Say(parsed, done: true, string.Create(CultureInfo.InvariantCulture, $"{now} facts, unbroken. {held} Head {hash}"));
    }
}
