using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text;

namespace ChatChannels.Driver.Wire;

/// <summary>
/// The callback of one session as it goes over the wire: built once when the session begins, then only its <c>text</c> grows,
/// as the gateway's does, and the length is written over.
/// </summary>
internal sealed class FormRequest : Request
{
    private const int LengthDigits = 5;
    private readonly byte[] _buffer = new byte[8192];
    private readonly byte[] _head;
    private int _length;
    private bool _isFirst;

    /// <summary>Writes the head, which stays.</summary>
    /// <param name="host">The <c>Host</c> header.</param>
    /// <param name="path">Where to post.</param>
    public FormRequest(string host, string path)
    {
        _head = Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ");
        _head.CopyTo(_buffer, 0);
        "00000\r\n\r\n"u8.CopyTo(_buffer.AsSpan(_head.Length));
    }

    public override ReadOnlySpan<byte> Octets => _buffer.AsSpan(0, _length);

    public override ReadOnlySpan<byte> ContentType => "text/plain"u8;

    private int BodyStart => _head.Length + LengthDigits + 4;

    /// <summary>The first request of a session: nothing is typed yet.</summary>
    public override void Begin(string sessionId, string phone, string serviceCode)
    {
        _length = BodyStart;
        var form = string.Create(
            CultureInfo.InvariantCulture,
            $"sessionId={sessionId}&phoneNumber={WebUtility.UrlEncode(phone)}&networkCode=62401&serviceCode={WebUtility.UrlEncode(serviceCode)}&text=");
        _length += Encoding.ASCII.GetBytes(form, _buffer.AsSpan(_length));
        _isFirst = true;
        WriteLength();
    }

    /// <summary>The next request: an answer is added to what was typed.</summary>
    public override void Type(ReadOnlySpan<byte> answer)
    {
        if (!_isFirst)
            _buffer[_length++] = (byte)'*';
        _isFirst = false;
        foreach (var octet in answer)
            Append(octet);
        WriteLength();
    }

    public override ReadOnlySpan<byte> ScreenOf(ReadOnlySpan<byte> body) => body;

    private void Append(byte octet)
    {
        if (char.IsAsciiLetterOrDigit((char)octet))
        {
            _buffer[_length++] = octet;
            return;
        }

        _buffer[_length] = (byte)'%';
        _ = Utf8Formatter.TryFormat(octet, _buffer.AsSpan(_length + 1), out _, new('X', 2));
        _length += 3;
    }

    private void WriteLength() =>
        Utf8Formatter.TryFormat(_length - BodyStart, _buffer.AsSpan(_head.Length), out _, new('D', LengthDigits));
}
