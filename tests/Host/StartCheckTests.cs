using ChatChannels.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Tests.Host;

/// <summary>What is set so that it must not be served stops the start, with a sentence that names the setting.</summary>
public sealed class StartCheckTests
{
    private static readonly string[] Sound = ["--Ussd:AfricasTalking:SecretPath", "abcdefghijklmnop-_12"];

    public static TheoryData<string, string> Unsafe => new()
    {
        { "--ForwardedHeaders_Enabled true", "ASPNETCORE_FORWARDEDHEADERS_ENABLED" },
        { "--environment Development --ForwardedHeaders_Enabled true", "ASPNETCORE_FORWARDEDHEADERS_ENABLED" },
        { "--Simulator:Enabled true", "Simulator:Enabled" },
        { "--Simulator:AllowRemote true", "Simulator:AllowRemote" },
        { "--environment Staging --Simulator:Enabled true", "Simulator:Enabled" },
    };

    [Theory]
    [MemberData(nameof(Unsafe))]
    public void Problems_Unsafe_NameTheSetting(string settings, string named)
    {
        using var app = Composition.Build([.. Sound, .. settings.Split(' ')]);

        Assert.Contains(named, Assert.Single(StartCheck.Problems(app)), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_GatewayWithoutAuthentication_NameIt()
    {
        using var app = Composition.Build([]);

        Assert.Contains("Ussd:AfricasTalking", Assert.Single(StartCheck.Problems(app)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Ussd:AfricasTalking:SecretPath abcdefghijklmnop-_12")]
    [InlineData("--Ussd:AfricasTalking:User gateway --Ussd:AfricasTalking:Password a-long-passphrase")]
    [InlineData("--Ussd:AfricasTalking:AllowedNetworks 196.201.1.0/24")]
    [InlineData("--environment Development --Simulator:Enabled true --Simulator:AllowRemote true")]
    public void Problems_Sound_None(string settings)
    {
        using var app = Composition.Build(settings.Split(' '));

        Assert.Empty(StartCheck.Problems(app));
    }

    [Fact]
    public async Task Start_Unsafe_EndsWithTheSentence()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => HostProcess.Start("--Simulator:Enabled", "true"));

        Assert.Contains("Simulator:Enabled", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://register.example.org/v1/", false)]
    [InlineData("ftp://register.example.org/v1/", false)]
    [InlineData("https://register.example.org/v1/", true)]
    [InlineData("http://127.0.0.1:5000/v1/", true)]
    [InlineData("http://localhost:5000/v1/", true)]
    public void Register_InTheClear_IsRefused(string address, bool isTaken)
    {
        var refused = Record.Exception(() =>
        {
            using var app = Composition.Build(["--Register:Remotes:0:Fund", "cnops-ma", "--Register:Remotes:0:Url", address, "--Register:Remotes:0:Token", "token-of-sixteen-or-more"]);
            return app.Services.GetRequiredService<IOptions<ChatChannels.Runtime.Registry.RegisterOptions>>().Value;
        });

        Assert.Equal(isTaken, refused is null);
        Assert.True(isTaken || refused is OptionsValidationException { Message: var said } && said.Contains("Register:Remotes:0:Url", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("everybody", "not a network")]
    [InlineData("0.0.0.0/0", "everybody")]
    public void Proxies_NotMeant_AreRefused(string trusted, string why)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Composition.Build(["--Proxies:Trusted", trusted]));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Proxies:Trusted", refused.Message, StringComparison.Ordinal);
    }
}
