using ChatChannels.Host;
using ChatChannels.Ussd;
using Microsoft.Extensions.Options;

namespace ChatChannels.Tests.Ussd;

public sealed class UssdOptionsTests
{
    [Theory]
    [InlineData("SecretPath", "short", "SecretPath")]
    [InlineData("SecretPath", "with/a/slash/in/the/path", "SecretPath")]
    [InlineData("User", "alone", "User and Password belong together")]
    [InlineData("Password", "alone-but-long", "User and Password belong together")]
    [InlineData("Password", "short", "Password")]
    [InlineData("AllowedNetworks", "10.0.0.0/8 nowhere", "'nowhere' is not a network")]
    [InlineData("AllowedNetworks", "10.0.0.0/33", "'10.0.0.0/33' is not a network")]
    [InlineData("Text", "7", "Text")]
    [InlineData("Septets", "59", "Septets")]
    [InlineData("Septets", "183", "Septets")]
    [InlineData("Units", "39", "Units")]
    [InlineData("Units", "81", "Units")]
    [InlineData("Deadline", "00:00:00", "Deadline")]
    [InlineData("Deadline", "00:00:09", "Deadline")]
    public void Build_BadValue_StopsTheHostAndSaysWhich(string option, string value, string why)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Composition.Build([$"--Ussd:AfricasTalking:{option}", value]));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text", "Sometimes")]
    [InlineData("Ucs2", "perhaps")]
    [InlineData("Septets", "many")]
    public void Build_ValueOfAnotherKind_StopsTheHostAndSaysWhich(string option, string value)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Composition.Build([$"--Ussd:AfricasTalking:{option}", value]));

        Assert.Contains($"Ussd:AfricasTalking:{option}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_HoldNoSecret()
    {
        var options = new AfricasTalkingOptions();

        Assert.Equal((null, null, null), (options.SecretPath, options.User, options.Password));
    }
}
