using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChatChannels.Bot.WhatsApp;
using ChatChannels.Bot.WhatsApp.Receiving;
using ChatChannels.Host.Replay;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Bot.WhatsApp;

/// <summary>Nothing is believed that Meta has not signed, and all is that it has.</summary>
public sealed class SignatureTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Forged = 10_000;
    private const int Genuine = 300;

    private ReplayHost _service = null!;
    private Meta _meta = null!;

    public async ValueTask InitializeAsync() => _meta = new Meta(_service = await ReplayHost.Start(Scene.Now));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("sha256=", HttpStatusCode.Unauthorized)]
    [InlineData("sha1=0123456789012345678901234567890123456789", HttpStatusCode.Unauthorized)]
    [InlineData("sha256=zz000000000000000000000000000000000000000000000000000000000000zz", HttpStatusCode.Unauthorized)]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000", HttpStatusCode.Forbidden)]
    public async Task Take_NoTrueSignature_IsSentAway(string? signature, HttpStatusCode expected)
    {
        Assert.Equal(expected, await _meta.Post(Body("Bonjour"), signature));

        Assert.Empty(_service.Store.Sessions);
    }

    [Fact]
    public async Task Take_SignedByAnotherSecret_IsForbidden()
    {
        var body = Body("Bonjour");

        Assert.Equal(HttpStatusCode.Forbidden, await _meta.Post(body, Meta.Sign(body, GraphStandIn.AppSecret + "x")));
    }

    [Fact]
    public async Task Take_BodyOfThreeMegabytes_IsTakenAndALongerOneIsNot()
    {
        var (whole, longer) = (Padded(3 * 1024 * 1024), Padded((3 * 1024 * 1024) + 1));

        Assert.Equal(HttpStatusCode.OK, await _meta.Post(whole));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Announce(longer));
    }

    [Fact]
    public async Task Take_TenThousandForgedAndFlipped_NoneIsAccepted()
    {
        var chance = Seeded();
        var accepted = 0;
        for (var i = 0; i < Forged; i++)
        {
            var body = Body(Words(chance));
            var signature = Meta.Sign(body);
            if (i % 2 == 0)
                body[chance.Next(body.Length)] ^= (byte)(1 << chance.Next(8));
            else
                signature = Flipped(signature, chance);
            accepted += await _meta.Post(body, signature) is HttpStatusCode.OK ? 1 : 0;
        }

        Assert.Equal(0, accepted);
        Assert.Empty(_service.Store.Sessions);
    }

    [Fact]
    public async Task Take_GenuineWithEmojiAndEscapes_AllAreTakenAsWritten()
    {
        var (chance, numbers) = (Seeded(), _service.Services.GetRequiredService<Numbers>());
        for (var i = 0; i < Genuine; i++)
        {
            var words = Words(chance);
            var body = Body(words, i, chance.Next(2) == 0);
            var read = Notification.Read(body, numbers, Scene.Now);

            Assert.Equal(words, Assert.IsType<Content.Spoken>(Assert.Single(read!.Messages).Content).Heard.Text);
            Assert.Equal(HttpStatusCode.OK, await _meta.Post(body));
        }

        Assert.Equal(Genuine, _service.Store.Sessions.Count);
    }

    /// <summary>Sends a body only once its length is accepted: a service that refuses hangs up while it is still being sent.</summary>
    private async Task<HttpStatusCode> Announce(byte[] body)
    {
        using var patient = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var client = new HttpClient(patient) { BaseAddress = _service.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, Meta.Path) { Content = new ByteArrayContent(body) };
        request.Headers.ExpectContinue = true;
        request.Headers.Add("X-Hub-Signature-256", Meta.Sign(body));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private Random Seeded()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"seed {seed}");
        return new Random(seed);
    }

    /// <summary>One hexadecimal digit of a signature is another.</summary>
    private static string Flipped(string signature, Random chance)
    {
        var place = chance.Next("sha256=".Length, signature.Length);
        var digit = (Convert.ToInt32(signature[place].ToString(), 16) ^ (1 << chance.Next(4))).ToString("x", CultureInfo.InvariantCulture);
        return signature[..place] + digit + signature[(place + 1)..];
    }

    private static string Words(Random chance)
    {
        string[] parts = ["Bonjour", "é", "صباح الخير", "👍🏽", "👨‍👩‍👧", "\"", "\\", "/", "\n", "\u2066", "𞤀", "<&>", "1"];
        return string.Concat(Enumerable.Range(0, chance.Next(1, 12)).Select(_ => parts[chance.Next(parts.Length)])) + ".";
    }

    /// <summary>As Meta writes it: what is not ASCII escaped, and slashes perhaps; or everything as it is.</summary>
    private static byte[] Body(string words, int person = 0, bool escaped = true)
    {
        var plain = Encoding.UTF8.GetString(Meta.Body(Meta.Value(Meta.Number, Meta.Text($"wamid.{person}", "WORDS", $"2376{50000000 + person}"))));
        var text = new StringBuilder();
        foreach (var unit in words)
        {
            text.Append(unit switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '/' when escaped => "\\/",
                > '~' when escaped => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => unit.ToString(),
            });
        }

        return Encoding.UTF8.GetBytes(plain.Replace("WORDS", text.ToString(), StringComparison.Ordinal));
    }

    private static byte[] Padded(int length)
    {
        var body = Body("Bonjour");
        return [.. body, .. Enumerable.Repeat((byte)' ', length - body.Length)];
    }
}
