using System.Text;
using System.Text.Json;
using ChatChannels.Driver.Wire;

namespace ChatChannels.Tests.Bench;

public sealed class ActivityRequestTests
{
    [Fact]
    public void Type_AnswerAfterAnswer_EachIsAMessageOfItsOwn()
    {
        var request = new ActivityRequest("127.0.0.1:80", "/api/messages");
        request.Begin("s-1", "+237650000011", "Bonjour");
        Assert.Equal(("s-1-1", "Bonjour"), Read(request));

        request.Type("Éa 1/2"u8);

        Assert.Equal(("s-1-2", "Éa 1/2"), Read(request));
    }

    [Fact]
    public void ScreenOf_Reply_IsItsFirstText()
    {
        var request = new ActivityRequest("127.0.0.1:80", "/api/messages");

        Assert.Equal("Vous êtes :", Encoding.UTF8.GetString(request.ScreenOf("""{"activities":[{"type":"message","text":"Vous êtes :","x":1},{"text":"no"}]}"""u8)));
        Assert.Equal("{}", Encoding.UTF8.GetString(request.ScreenOf("{}"u8)));
    }

    private static (string Id, string Text) Read(ActivityRequest request)
    {
        var parts = Encoding.UTF8.GetString(request.Octets).Split("\r\n\r\n");
        Assert.Contains($"Content-Length: {Encoding.UTF8.GetByteCount(parts[1])}", parts[0], StringComparison.Ordinal);
        using var body = JsonDocument.Parse(parts[1]);
        return (body.RootElement.GetProperty("id").GetString()!, body.RootElement.GetProperty("text").GetString()!);
    }
}
