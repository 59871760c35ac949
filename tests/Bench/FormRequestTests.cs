using System.Text;
using ChatChannels.Driver.Wire;

namespace ChatChannels.Tests.Bench;

public sealed class FormRequestTests
{
    [Fact]
    public void Type_AnswerAfterAnswer_TextGrowsAndTheLengthIsRight()
    {
        var request = new FormRequest("127.0.0.1:80", "/ussd");
        request.Begin("ATUid_1", "+237650000011", "*237*1#");
        Assert.EndsWith("&serviceCode=*237*1%23&text=", Text(request), StringComparison.Ordinal);
        Assert.Contains("phoneNumber=%2B237650000011&", Text(request), StringComparison.Ordinal);

        request.Type("1"u8);
        request.Type("Éa 1/2"u8);
        request.Type([]);
        Assert.EndsWith("&text=1*%C3%89a%201%2F2*", Text(request), StringComparison.Ordinal);

        var parts = Text(request).Split("\r\n\r\n");
        Assert.Contains($"Content-Length: {parts[1].Length:D5}", parts[0], StringComparison.Ordinal);

        request.Begin("ATUid_2", "+237650000012", "*237*1#");
        Assert.EndsWith("&text=", Text(request), StringComparison.Ordinal);
    }

    private static string Text(FormRequest request) => Encoding.ASCII.GetString(request.Octets);
}
