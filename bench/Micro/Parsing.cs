using BenchmarkDotNet.Attributes;
using ChatChannels.Ussd.AfricasTalking;

namespace ChatChannels.Micro;

/// <summary>The body of a callback, late in a session.</summary>
[MemoryDiagnoser]
public class Parsing
{
    private static readonly byte[] Body =
        """
        sessionId=ATUid_0123456789abcdef0123456789abcdef&phoneNumber=%2B237650000011&networkCode=62401&serviceCode=*237*1%23&text=1*1*1*ESSAI-NGONO*Aline%20Exemple*2*14%2F03%2F1994*Ebolowa*ESSAI%20Bernard*FICTIVE%20Odile*1*900000011
        """u8.ToArray();

    [Benchmark]
    public bool ReadCallback() => UrlEncodedBody.Decode(Body) is { } form && GatewayForm.TryRead(form, out _, out _);
}
