using System.Globalization;

namespace ChatChannels.Host.Replay;

/// <summary>A phone's keypad, through the callback of the USSD gateway.</summary>
internal sealed class UssdDoor(HttpClient http, string phone) : IFrontDoor
{
    private readonly List<string> _typed = [];
    private string _code = "";
    private int _session;
    private string _text = "";

    public string Phone { private get; set; } = phone;

    public Task<string> Open(string code)
    {
        _session++;
        _code = code;
        _typed.Clear();
        return Hop("");
    }

    public Task<string> Say(string text)
    {
        _typed.Add(text);
        return Hop(string.Join('*', _typed));
    }

    public Task<string> Touch(string key) => throw new FormatException("A keypad has no buttons to touch.");

    public Task<string> Send(string file) => throw new FormatException("By a keypad no file is sent.");

    public Task<string> Repeat() => Hop(_text);

    public Task<string> Look() => throw new FormatException("To a keypad nothing comes unasked.");

    public Task HangUp() => Post("/ussd/africastalking/events", ("status", "Incomplete"));

    private Task<string> Hop(string text)
    {
        _text = text;
        return Post("/ussd/africastalking", ("text", text));
    }

    private async Task<string> Post(string path, (string Name, string Value) field)
    {
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("sessionId", string.Create(CultureInfo.InvariantCulture, $"ATUid_{_session:x32}")),
            KeyValuePair.Create("phoneNumber", Phone),
            KeyValuePair.Create("networkCode", "99999"),
            KeyValuePair.Create("serviceCode", _code),
            KeyValuePair.Create(field.Name, field.Value),
        ]);
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), form);
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? body : string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {body}");
    }
}
