using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ChatChannels.Hostility;

/// <summary>An honest person's call that stands somewhere in a pre-registration while all else goes on around it.</summary>
/// <param name="Marker">The surname typed: seen in anybody else's reply, it was leaked.</param>
/// <param name="Texts">What the gateway sent, hop by hop.</param>
/// <param name="Replies">What each hop was answered with.</param>
internal sealed record HonestCall(string Session, string Phone, string Marker, ImmutableArray<string> Texts, ImmutableArray<byte[]> Replies)
{
    /// <summary>What is typed from the choice of language to the receipt.</summary>
    public static ImmutableArray<string> AnswersOf(string surname, string identity) =>
    [
        "1", "1", "1", surname, "Aline Exemple", "2", "14/03/1994", "Ebolowa", "ESSAI Bernard", "FICTIVE Odile", "1", identity, "30/06/2031",
        "1", $"aline{identity}@exemple.example", "2", "Yaounde", "Mokolo", "1", "Boulangerie", "94", "01/09/2025",
    ];

    /// <summary>Calls, and answers as many questions as its number says: the last ones have a case opened.</summary>
    public static async Task<HonestCall> Begin(RawGateway gateway, int number)
    {
        var call = new HonestCall(
            string.Create(CultureInfo.InvariantCulture, $"ATUid_honest_{number:x8}"),
            string.Create(CultureInfo.InvariantCulture, $"+2376510{number:00000}"),
            $"HONNETE{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}",
            [],
            []);
        var answers = AnswersOf(call.Marker, string.Create(CultureInfo.InvariantCulture, $"8765{number:00000}"));
        for (var hop = 0; hop <= Math.Min(5 + number, answers.Length); hop++)
            call = await call.Type(gateway, string.Join('*', answers[..hop]));
        return call;
    }

    /// <summary>The hop as the gateway sends it.</summary>
    public HostileCallback Request(string text) => new("honest", Gateway.Target, Form(Session, Phone, text)) { Credentials = Gateway.Credentials };

    internal static byte[] Form(string session, string phone, string text) => Encoding.UTF8.GetBytes(
        $"sessionId={Uri.EscapeDataString(session)}&phoneNumber={Uri.EscapeDataString(phone)}&networkCode=62401&serviceCode=%2A237%2A1%23&text={Uri.EscapeDataString(text)}");

    private async Task<HonestCall> Type(RawGateway gateway, string text)
    {
        var caught = await gateway.Send(Request(text));
        return caught.Status == 200 && Encoding.UTF8.GetString(caught.Body).StartsWith("CON ", StringComparison.Ordinal)
            ? this with { Texts = Texts.Add(text), Replies = Replies.Add(caught.Body) }
            : throw new InvalidOperationException($"An honest call was answered {caught.Status} {Encoding.UTF8.GetString(caught.Body)} at '{text}'.");
    }
}
