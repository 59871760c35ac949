using System.Text.Json;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>
/// What one POST brings: messages of persons and reports on ours, however many of either. Whatever is not as it is described is passed
/// over, since one odd item must not cost the others.
/// </summary>
/// <param name="Aside">Why messages were set aside, for each.</param>
internal sealed record Notification(IReadOnlyList<Received> Messages, IReadOnlyList<StatusReport> Reports, IReadOnlyList<SetAside> Aside)
{
    /// <summary>Reads a body; null for one that is no JSON.</summary>
    public static Notification? Read(ReadOnlyMemory<byte> body, Numbers numbers, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var values = ValuesOf(document.RootElement, numbers).ToList();
            var messages = values.SelectMany(value => MessageReader.Read(value.Value, value.Number, now)).ToList();
            return new Notification(
                [.. messages.Select(message => message.Received).OfType<Received>()],
                [.. values.SelectMany(value => ReportReader.Read(value.Value, value.Number))],
                [.. messages.Select(message => message.Why).OfType<SetAside>()]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => $"Notification {{ {Messages.Count} messages, {Reports.Count} reports }}";

    private static IEnumerable<(JsonElement Value, Number Number)> ValuesOf(JsonElement root, Numbers numbers) =>
        from entry in root.Items("entry")
        from change in entry.Items("changes")
        where change.Text("field") is "messages"
        let value = change.Part("value")
        let number = numbers.Find(value.Part("metadata").Text("phone_number_id") ?? "")
        where number is not null
        select (value, number);
}
