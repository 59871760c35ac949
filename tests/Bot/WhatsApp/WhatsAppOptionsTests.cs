using System.Net;
using ChatChannels.Bot;
using ChatChannels.Host;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Tests.Bot.WhatsApp;

public sealed class WhatsAppOptionsTests
{
    private const string Secret = "sixteen-characters";

    private static readonly string[] Whole =
    [
        "--Bot:WhatsApp:AppSecret", Secret, "--Bot:WhatsApp:VerifyToken", Secret, "--Bot:WhatsApp:Numbers:0:PhoneNumberId", "1",
        "--Bot:WhatsApp:Numbers:0:Fund", "cnps-cm", "--Bot:WhatsApp:Numbers:0:AccessToken", Secret,
    ];

    [Theory]
    [InlineData("AppSecret", "short", "AppSecret")]
    [InlineData("VerifyToken", "short", "VerifyToken")]
    [InlineData("VerifyToken", null, "AppSecret and VerifyToken belong together")]
    [InlineData("Numbers:0:PhoneNumberId", "+237650000011", "PhoneNumberId")]
    [InlineData("Numbers:0:PhoneNumberId", "", "PhoneNumberId")]
    [InlineData("Numbers:0:Fund", "", "Fund")]
    [InlineData("Numbers:0:Fund", "nowhere", "'nowhere' of 1 is no fund")]
    [InlineData("Numbers:0:AccessToken", "short", "AccessToken")]
    [InlineData("Numbers:1:PhoneNumberId", "1", "A PhoneNumberId stands twice")]
    [InlineData("GraphUrl", "graph", "GraphUrl must be an https address")]
    [InlineData("GraphUrl", "http://graph.facebook.com/", "GraphUrl must be an https address")]
    [InlineData("GraphUrl", "ftp://127.0.0.1/", "GraphUrl must be an https address")]
    [InlineData("AppSecret", null, "VerifyToken and Numbers need an AppSecret")]
    [InlineData("GraphVersion", "26", "GraphVersion")]
    [InlineData("Patience", "00:00:26", "Patience")]
    [InlineData("AtOnce", "0", "AtOnce")]
    public void Build_BadValue_StopsTheHostAndSaysWhich(string option, string? value, string why)
    {
        string[] more = option.StartsWith("Numbers:1", StringComparison.Ordinal)
            ? ["--Bot:WhatsApp:Numbers:1:Fund", "cnps-cm", "--Bot:WhatsApp:Numbers:1:AccessToken", Secret]
            : [];
        string[] settings = [.. Without($"--Bot:WhatsApp:{option}"), .. more, .. value is null ? [] : new[] { $"--Bot:WhatsApp:{option}", value }];

        var refused = Assert.Throws<OptionsValidationException>(() => Composition.Build(settings));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_SecretWithoutNumbers_StopsTheHost()
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Composition.Build(Whole[..4]));

        Assert.Contains("AppSecret needs at least one of Numbers", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Bot:WhatsApp:VerifyToken", Secret)]
    [InlineData("--Bot:WhatsApp:Numbers:0:PhoneNumberId", "1", "--Bot:WhatsApp:Numbers:0:Fund", "cnps-cm", "--Bot:WhatsApp:Numbers:0:AccessToken", Secret)]
    public void Build_SomethingOfWhatsAppWithoutTheSecret_StopsTheHost(params string[] settings)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Composition.Build(settings));

        Assert.Contains("need an AppSecret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ChannelMetadata")]
    [InlineData("CallerMetadata")]
    [InlineData("TokenUrl")]
    public void Build_SecretsOrKeysOverPlainHttp_StopsTheHostButOnThisMachine(string option)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Composition.Build([$"--Bot:Messages:{option}", "http://login.example/x"]));

        Assert.Contains($"Messages:{option} must be an https address", refused.Message, StringComparison.Ordinal);
        using var started = Composition.Build([$"--Bot:Messages:{option}", "http://127.0.0.1:9/x"]);
        Assert.NotNull(started);
    }

    [Fact]
    public async Task Build_NoAppSecret_HasNoWebhook()
    {
        await using var service = await ReplayHost.Start(Scene.Now, builder => builder.Services.PostConfigure<BotOptions>(options => options.WhatsApp = new()));
        var body = Meta.Body(Meta.Value(Meta.Number, Meta.Text("wamid.1", "Bonjour")));

        Assert.Equal(HttpStatusCode.NotFound, await new Meta(service).Post(body));
    }

    private static IEnumerable<string> Without(string option) =>
        Whole.Chunk(2).Where(pair => !string.Equals(pair[0], option, StringComparison.Ordinal)).SelectMany(pair => pair);
}
