using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ChatChannels.Hostility;

/// <summary>
/// An endless row of hostile callbacks, the same for the same seed and the same honest calls. Attackers have phones and
/// sessions of their own, know the session ids of others, and have seen every request; the gateway's secrets they know not.
/// </summary>
internal sealed class HostileCallbacks
{
    private const int Attackers = 60;
    private const int Remembered = 2000;

    private readonly Random _chance;
    private readonly ImmutableArray<HonestCall> _honest;
    private readonly ImmutableArray<(string Kind, Func<HostileCallback> Make)> _kinds;
    private readonly List<string>[] _typed = [.. Enumerable.Range(0, Attackers).Select(_ => new List<string>())];
    private readonly int[] _calls = new int[Attackers];
    private readonly List<byte[]> _seen = [];

    public HostileCallbacks(int seed, ImmutableArray<HonestCall> honest)
    {
        (_chance, _honest) = (new Random(seed), honest);
        _kinds =
        [
            ("answer", Answer), ("answer", Answer), ("answer", Answer), ("old", Old), ("out of order", OutOfOrder), ("honest copy", HonestCopy),
            ("session of another", SessionOfAnother), ("phone of another", PhoneOfAnother), ("nasty field", NastyField), ("nasty text", NastyText),
            ("repeated field", RepeatedField), ("missing field", MissingField), ("huge field", HugeField), ("many fields", ManyFields),
            ("bits flipped", () => Trusted(_chance.FlipBits(Seen()))), ("cut", () => Trusted(_chance.Cut(Seen()))),
            ("spliced", () => Trusted(_chance.Splice(Seen(), Seen()))), ("noise", () => Trusted(_chance.Noise(600))),
            ("content type", ContentType), ("chunked", () => Trusted(Seen()) with { Length = null }), ("length too long", LengthTooLong),
            ("length too short", LengthTooShort), ("broken framing", BrokenFraming), ("method", Method), ("event", Event),
            ("wrong secret", WrongSecret), ("wrong password", WrongPassword), ("forged address", ForgedAddress), ("large head", LargeHead),
        ];
    }

    public HostileCallback Next()
    {
        var (kind, make) = _chance.One(_kinds);
        return make() with { Kind = kind };
    }

    private static HostileCallback Trusted(byte[] body) => new("", Gateway.Target, body) { Credentials = Gateway.Credentials };

    /// <summary>An attacker's own call goes on, or a new one begins.</summary>
    private HostileCallback Answer()
    {
        var attacker = _chance.Next(Attackers);
        if (_chance.Next(30) == 0)
        {
            _calls[attacker]++;
            _typed[attacker].Clear();
        }
        else
        {
            _typed[attacker].Add(_chance.One(Nasty.Sayings));
        }

        return Trusted(Remember(Body(attacker, string.Join("%2A", _typed[attacker]))));
    }

    private HostileCallback Old() => Trusted(Seen());

    private HostileCallback OutOfOrder()
    {
        var attacker = _chance.Next(Attackers);
        return Trusted(Body(attacker, string.Join("%2A", _typed[attacker].Take(_chance.Next(_typed[attacker].Count + 1)))));
    }

    private HostileCallback HonestCopy()
    {
        var call = _chance.One(_honest);
        var hop = _chance.Next(call.Texts.Length);
        return call.Request(call.Texts[hop]) with { Expected = call.Replies[hop] };
    }

    private HostileCallback SessionOfAnother()
    {
        var call = _chance.One(_honest);
        return Trusted(HonestCall.Form(call.Session, Phone(_chance.Next(Attackers)), _chance.Next(2) == 0 ? _chance.One(call.Texts) : call.Texts[^1] + "*1"));
    }

    /// <summary>Who holds a phone, for a while, and dials: nothing personal without proof.</summary>
    private HostileCallback PhoneOfAnother()
    {
        var session = string.Create(CultureInfo.InvariantCulture, $"ATUid_borrowed_{_chance.Next(40)}");
        return Trusted(HonestCall.Form(session, _chance.One(_honest).Phone, _chance.One(["", "1", "1*1", "1*1*1", "2"])));
    }

    private HostileCallback NastyField()
    {
        var field = _chance.One(["sessionId", "phoneNumber", "serviceCode", "text", "networkCode", "status", "%00", ""]);
        return Trusted([.. Seen(), .. Nasty.Octets($"&{field}={_chance.One(Nasty.Values)}")]);
    }

    private HostileCallback NastyText()
    {
        var attacker = _chance.Next(Attackers);
        _typed[attacker].Add(_chance.One(Nasty.Values).Replace("&", "%26", StringComparison.Ordinal));
        return Trusted(Remember(Body(attacker, string.Join("%2A", _typed[attacker]))));
    }

    private HostileCallback RepeatedField()
    {
        var fields = Encoding.Latin1.GetString(Seen()).Split('&');
        return Trusted(Encoding.Latin1.GetBytes(string.Join('&', [.. fields, _chance.One(fields), _chance.One(fields)])));
    }

    private HostileCallback MissingField()
    {
        var fields = Encoding.Latin1.GetString(Seen()).Split('&').ToList();
        for (var missing = _chance.Next(1, 4); missing > 0 && fields.Count > 0; missing--)
            fields.RemoveAt(_chance.Next(fields.Count));
        return Trusted(Encoding.Latin1.GetBytes(string.Join('&', fields)));
    }

    private HostileCallback HugeField() => Trusted([.. Seen(), .. Nasty.Octets(new string(_chance.One(['1', '*', '#', '%', '=', 'A']), _chance.One([100, 4_100, 16_000, 17_000, 70_000])))]);

    private HostileCallback ManyFields() => Trusted([.. Seen(), .. Nasty.Octets(string.Concat(Enumerable.Repeat(_chance.One(["&x=1", "&", "&=", "&text"]), _chance.One([10, 63, 64, 5_000]))))]);

    private HostileCallback ContentType() => Trusted(Seen()) with
    {
        ContentType = _chance.One([null, "", "text/plain", "application/json", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=utf-7",
            "application/x-www-form-urlencoded; charset=\"utf-8", "application/x-www-form-urlencoded;;;", "*/*", "application/x-www-form-urlencoded, text/plain", new string('x', 2_000)]),
    };

    private HostileCallback LengthTooLong() => Trusted(Seen()) is var callback ? callback with { Length = callback.Body.Length + _chance.Next(1, 5_000) } : callback;

    private HostileCallback LengthTooShort() => Trusted(Seen()) is var callback ? callback with { Length = _chance.Next(callback.Body.Length + 1) } : callback;

    private HostileCallback BrokenFraming()
    {
        var head = $"POST {Gateway.Target} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nAuthorization: Basic {Gateway.Credentials}\r\n";
        var raw = _chance.One<byte[]>(
        [
            Nasty.Octets(head + "Transfer-Encoding: chunked\r\n\r\nZZZ\r\nabc\r\n0\r\n\r\n"), Nasty.Octets(head + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFF\r\na"),
            Nasty.Octets(head + "Transfer-Encoding: chunked\r\n\r\n5\r\nab"), Nasty.Octets(head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            Nasty.Octets(head + "Content-Length: -5\r\n\r\nabcde"), Nasty.Octets(head + "Content-Length: 99999999999999999999\r\n\r\n"), Nasty.Octets(head + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde"),
            Nasty.Octets("POST / HTTP\r\n\r\n"), Nasty.Octets("\r\n\r\n\r\n"), Nasty.Octets(head.Replace("localhost", "loc\0alhost", StringComparison.Ordinal) + "\r\n"), _chance.Noise(300),
        ]);
        return Trusted([]) with { Raw = raw };
    }

    private HostileCallback Method() => Trusted([]) with { Method = _chance.One(["GET", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "post", "XYZ"]) };

    private HostileCallback Event()
    {
        var status = _chance.One(["Incomplete", "Success", "Failed", "incomplete", "%00", ""]);
        return Trusted([.. Seen(), .. Nasty.Octets($"&status={status}&durationInMillis=-1&hopsCount=99999999999&input={_chance.One(Nasty.Values)}")]) with { Target = Gateway.Events };
    }

    private HostileCallback WrongSecret() => Forged() with
    {
        Target = "/ussd/africastalking/" + _chance.One(["", Gateway.Secret[..^1], Gateway.Secret + "x", Gateway.Secret.ToUpperInvariant(), "%00", "..", Gateway.Secret[..^1] + "%00", new string('a', 3_000)]),
    };

    private HostileCallback WrongPassword() => Forged() with
    {
        Credentials = _chance.One([null, "", "%%%", Gateway.Credentials[..^2], Convert.ToBase64String("gateway:"u8), new string('A', 5_000), Gateway.Credentials.ToUpperInvariant()]),
    };

    private HostileCallback ForgedAddress() => Forged() with
    {
        Credentials = null,
        Headers = _chance.One(["X-Forwarded-For: 127.0.0.1\r\n", "Forwarded: for=127.0.0.1\r\n", "X-Real-IP: 127.0.0.1\r\nX-Original-URL: /\r\n", "X-HTTP-Method-Override: GET\r\n"]),
    };

    private HostileCallback LargeHead() => Trusted(Seen()) with { Headers = $"X-Large: {new string('a', _chance.One([1_000, 40_000]))}\r\n", IsTrusted = true };

    /// <summary>An honest person's very request, or its next one, without all the gateway's secrets.</summary>
    private HostileCallback Forged()
    {
        var call = _chance.One(_honest);
        return call.Request(call.Texts[^1] + _chance.One(["", "*1"])) with { IsTrusted = false };
    }

    private byte[] Seen() => _seen.Count == 0 ? Body(0, "") : _chance.One(_seen);

    private byte[] Remember(byte[] body)
    {
        if (_seen.Count < Remembered)
            _seen.Add(body);
        else
            _seen[_chance.Next(Remembered)] = body;
        return body;
    }

    private byte[] Body(int attacker, string text) => Nasty.Octets(string.Create(
        CultureInfo.InvariantCulture,
        $"sessionId=ATUid_{attacker:x4}_{_calls[attacker]}&phoneNumber=%2B{Phone(attacker)[1..]}&networkCode=62402&serviceCode=*237*1%23&text={text}"));

    private static string Phone(int attacker) => string.Create(CultureInfo.InvariantCulture, $"+2376990{attacker:00000}");
}
