using System.Globalization;
using System.Text;
using ChatChannels.Conversation.Text;
using ChatChannels.Runtime.Ids;

namespace ChatChannels.Host.Commands;

/// <summary>One USSD session against the gateway's endpoint.</summary>
/// <param name="callback">The gateway's endpoint; its user and password, if it has any, go by basic authentication.</param>
internal sealed class TerminalPhone(HttpClient http, Uri callback, string code, string phone)
{
    /// <summary>Where the callback is, on a service without a secret path.</summary>
    public static readonly Uri Callback = new("/ussd/africastalking", UriKind.Relative);

    private readonly string _session = $"ATUid_{new RandomIds().NextId():N}";
    private readonly List<string> _typed = [];

    public Task<string> Dial(CancellationToken cancellation) => Hop(cancellation);

    public Task<string> Type(string text, CancellationToken cancellation)
    {
        _typed.Add(text);
        return Hop(cancellation);
    }

    /// <summary>How much of the screen is used: <c>123 of 182 septets</c>.</summary>
    public string Measure(string reply)
    {
        var size = TextMeasure.Of(reply.Length > 4 ? reply[4..] : reply);
        var unit = size.Alphabet is Alphabet.Gsm7 ? "septets" : "UCS-2 units";
        return string.Create(CultureInfo.InvariantCulture, $"{phone} · {size.Units} of {TextLimits.Ussd.For(size.Alphabet)} {unit}");
    }

    private async Task<string> Hop(CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("sessionId", _session),
            KeyValuePair.Create("phoneNumber", phone),
            KeyValuePair.Create("networkCode", "99999"),
            KeyValuePair.Create("serviceCode", code),
            KeyValuePair.Create("text", string.Join('*', _typed)),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = form };
        if (callback is { IsAbsoluteUri: true, UserInfo: { Length: > 0 } user })
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(user))));
        using var response = await http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancellation);
    }
}
