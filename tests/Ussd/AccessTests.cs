using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ChatChannels.Host.Replay;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Ussd;

/// <summary>Who may call: each of secret path, user and network that is set must hold; with none, only this machine.</summary>
public sealed class AccessTests
{
    private const string Secret = "abcdefghijklmnop-_12";
    private const string User = "gateway";
    private const string Password = "çé passphrase: long";
    private const string Open = "/ussd/africastalking";
    private const string Local = "127.0.0.1";
    private const string Far = "196.201.1.7";

    public static TheoryData<string, string, string, string?, HttpStatusCode> Calls => new()
    {
        { "", Local, Open, null, HttpStatusCode.OK },
        { "", "::1", Open, null, HttpStatusCode.OK },
        { "", "::ffff:127.0.0.1", Open, null, HttpStatusCode.OK },
        { "", Far, Open, null, HttpStatusCode.Forbidden },
        { "", "", Open, null, HttpStatusCode.Forbidden },
        { "secret", Far, $"{Open}/{Secret}", null, HttpStatusCode.OK },
        { "secret", Far, Open, null, HttpStatusCode.NotFound },
        { "secret", Local, $"{Open}/abcdefghijklmnop-_13", null, HttpStatusCode.NotFound },
        { "secret", Local, $"{Open}/{Secret}x", null, HttpStatusCode.NotFound },
        { "secret", Local, $"{Open}/ABCDEFGHIJKLMNOP-_12", null, HttpStatusCode.NotFound },
        { "secret", Local, $"{Open}/events", null, HttpStatusCode.NotFound },
        { "user", Far, Open, $"Basic {User}:{Password}", HttpStatusCode.OK },
        { "user", Far, Open, $"basic {User}:{Password}", HttpStatusCode.OK },
        { "user", Local, Open, $"Basic {User}:{Password}x", HttpStatusCode.Unauthorized },
        { "user", Local, Open, $"Basic x{User}:{Password}", HttpStatusCode.Unauthorized },
        { "user", Local, Open, $"Bearer {User}:{Password}", HttpStatusCode.Unauthorized },
        { "user", Local, Open, null, HttpStatusCode.Unauthorized },
        { "networks", "196.201.1.7", Open, null, HttpStatusCode.OK },
        { "networks", "::ffff:196.201.1.7", Open, null, HttpStatusCode.OK },
        { "networks", "2001:db8::9", Open, null, HttpStatusCode.OK },
        { "networks", "196.201.2.1", Open, null, HttpStatusCode.Forbidden },
        { "networks", Local, Open, null, HttpStatusCode.Forbidden },
        { "secret user networks", Far, $"{Open}/{Secret}", $"Basic {User}:{Password}", HttpStatusCode.OK },
        { "secret user networks", Far, Open, $"Basic {User}:{Password}", HttpStatusCode.NotFound },
        { "secret user networks", Far, $"{Open}/{Secret}", null, HttpStatusCode.Unauthorized },
        { "secret user networks", "196.201.2.1", $"{Open}/{Secret}", $"Basic {User}:{Password}", HttpStatusCode.Forbidden },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Hop_Caller_IsLetInOrSentAway(string set, string caller, string path, string? credentials, HttpStatusCode expected)
    {
        await using var service = await Start(caller, Settings(set));
        if (credentials?.Split(' ', 2) is [var scheme, var words])
            service.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, Convert.ToBase64String(Encoding.UTF8.GetBytes(words)));

        foreach (var address in new[] { path, path + "/events" })
        {
            using var response = await new Line(service.Http) { Path = address }.Post(("text", ""));

            Assert.Equal(expected, response.StatusCode);
            if (expected is HttpStatusCode.OK)
                continue;
            Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.DoesNotContain(Secret, response.Headers.ToString(), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(expected is HttpStatusCode.OK, service.Store.Last is not null);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    public async Task Hop_PassedOnByAProxyHere_IsNotThisMachine(string header, string value)
    {
        await using var service = await Start(Local, []);
        service.Http.DefaultRequestHeaders.Add(header, value);

        using var response = await new Line(service.Http).Post(("text", ""));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Hop_ForwardedAddressOfAnAllowedNetwork_IsNotBelieved()
    {
        await using var service = await Start("196.201.2.1", Settings("networks"));
        service.Http.DefaultRequestHeaders.Add("X-Forwarded-For", Far);

        using var response = await new Line(service.Http).Post(("text", ""));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static string[] Settings(string set) =>
    [
        .. set.Contains("secret", StringComparison.Ordinal) ? ["--Ussd:AfricasTalking:SecretPath", Secret] : Array.Empty<string>(),
        .. set.Contains("user", StringComparison.Ordinal) ? ["--Ussd:AfricasTalking:User", User, "--Ussd:AfricasTalking:Password", Password] : Array.Empty<string>(),
        .. set.Contains("networks", StringComparison.Ordinal) ? ["--Ussd:AfricasTalking:AllowedNetworks", "196.201.1.0/24 2001:db8::/32"] : Array.Empty<string>(),
    ];

    private static Task<ReplayHost> Start(string caller, string[] settings) => ReplayHost.Start(
        Scene.Now,
        builder => builder.Services.AddSingleton<IStartupFilter>(new From(caller.Length == 0 ? null : IPAddress.Parse(caller))),
        settings);

    /// <summary>The address every request seems to come from.</summary>
    private sealed class From(IPAddress? caller) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.RemoteIpAddress = caller;
                return rest(http);
            });
            next(app);
        };
    }
}
