using System.Globalization;
using System.Text;

namespace ChatChannels.Driver.Wire;

/// <summary>
/// Message activities of the Bot Framework whose replies are expected in the answer. Each has an id of its own; what is typed is put in
/// as it is, so that it must hold nothing that JSON escapes.
/// </summary>
internal sealed class ActivityRequest(string host, string path) : Request
{
    private readonly byte[] _buffer = new byte[2048];
    private readonly byte[] _screen = new byte[2048];
    private int _length;
    private int _said;
    private string _session = "";
    private string _phone = "";

    public override ReadOnlySpan<byte> Octets => _buffer.AsSpan(0, _length);

    public override ReadOnlySpan<byte> ContentType => "application/json"u8;

    public override void Begin(string sessionId, string phone, string serviceCode)
    {
        (_session, _phone, _said) = (sessionId, phone, 0);
        Write(serviceCode);
    }

    public override void Type(ReadOnlySpan<byte> answer) => Write(Encoding.UTF8.GetString(answer));

    /// <summary>The text of the first activity. Line ends are all that JSON escapes in it.</summary>
    public override ReadOnlySpan<byte> ScreenOf(ReadOnlySpan<byte> body)
    {
        var text = "\"text\":\""u8;
        var at = body.IndexOf(text);
        if (at < 0)
            return body;
        body = body[(at + text.Length)..];
        return WithLineEnds(body[..Math.Max(body.IndexOf((byte)'"'), 0)]);
    }

    private ReadOnlySpan<byte> WithLineEnds(ReadOnlySpan<byte> text)
    {
        var length = 0;
        for (var end = text.IndexOf("\\n"u8); end >= 0; end = text.IndexOf("\\n"u8))
        {
            text[..end].CopyTo(_screen.AsSpan(length));
            _screen[length + end] = (byte)'\n';
            length += end + 1;
            text = text[(end + 2)..];
        }

        if (length == 0)
            return text;
        text.CopyTo(_screen.AsSpan(length));
        return _screen.AsSpan(0, length + text.Length);
    }

    private void Write(string text)
    {
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"type":"message","id":"{{_session}}-{{++_said}}","channelId":"bench","serviceUrl":"http://127.0.0.1/","conversation":{"id":"{{_session}}"},"from":{"id":"{{_phone}}"},"recipient":{"id":"bot"},"locale":"fr-CM","deliveryMode":"expectReplies","text":"{{text}}"}
            """);
        var request = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        _length = Encoding.UTF8.GetBytes(request, _buffer);
    }
}
