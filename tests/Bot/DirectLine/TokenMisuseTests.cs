using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatChannels.Tests.Bot.DirectLine;

/// <summary>Tokens that were stolen, altered or kept too long open nothing.</summary>
public sealed class TokenMisuseTests(ITestOutputHelper output)
{
    private const int Misuses = 10_000;

    [Fact]
    public async Task Misuse_TenThousandWays_NoneSucceeds()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var service = await ChatLine.Service();
        var expired = await ChatLine.Started(service, user: "dl_late");
        service.Clock.Pass(TimeSpan.FromMinutes(30));
        var mine = await ChatLine.Started(service, user: "dl_ada");
        var other = await ChatLine.Started(service, user: "dl_bob");
        var forged = new Forger(mine.Credential, random);

        var accepted = new List<string>();
        for (var i = 0; i < Misuses; i++)
        {
            var (way, credential, conversation) = (i % 8) switch
            {
                0 => ("other conversation", mine.Credential, other.Conversation),
                1 => ("expired", expired.Credential, expired.Conversation),
                2 => ("truncated", forged.Truncated(), mine.Conversation),
                3 => ("flipped bit", forged.FlippedBit(), mine.Conversation),
                4 => ("altered letter", forged.AlteredLetter(), mine.Conversation),
                5 => ("altered claim", forged.AlteredClaim(other.Conversation), i % 16 < 8 ? mine.Conversation : other.Conversation),
                6 => ("own key", forged.OwnKey(other.Conversation), other.Conversation),
                _ => ("unsigned", forged.Unsigned(other.Conversation), other.Conversation),
            };
            var line = new ChatLine(service.Http) { Credential = credential, Conversation = conversation };
            var status = await Use(line, random.Next(4));
            if (status is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized))
                accepted.Add($"{way}: {status} {credential}");
        }

        Assert.Empty(accepted);
        Assert.Single(await mine.All());
        Assert.Equal(HttpStatusCode.OK, (await mine.Say("1")).Status);
    }

    private static async Task<HttpStatusCode> Use(ChatLine line, int call) => (call switch
    {
        0 => await line.Read(),
        1 => await line.Say("1"),
        2 => await line.Send(HttpMethod.Get, $"/conversations/{line.Conversation}"),
        _ => await line.Send(HttpMethod.Get, $"/conversations/{line.Conversation}/stream?t={Uri.EscapeDataString(line.Credential)}"),
    }).Status;

    /// <summary>Makes of a good token others that are not.</summary>
    private sealed class Forger(string token, Random random)
    {
        private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

        public string Truncated() => token[..random.Next(1, token.Length)];

        /// <summary>In what a part stands for, or, in letters, where they are spare bits of the signature.</summary>
        public string FlippedBit()
        {
            var parts = token.Split('.');
            var part = random.Next(3);
            var octets = Base64UrlEncoder.DecodeBytes(parts[part]);
            octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
            parts[part] = Base64UrlEncoder.Encode(octets);
            return string.Join('.', parts);
        }

        public string AlteredLetter()
        {
            var letters = token.ToCharArray();
            var at = random.Next(4) == 0 ? token.Length - 1 : random.Next(token.Length);
            letters[at] = letters[at] is '.' ? 'A' : Letters[(Letters.IndexOf(letters[at], StringComparison.Ordinal) + random.Next(1, Letters.Length)) % Letters.Length];
            return new string(letters);
        }

        public string AlteredClaim(string conversation)
        {
            var parts = token.Split('.');
            var claims = JsonNode.Parse(Base64UrlEncoder.Decode(parts[1]))!.AsObject();
            switch (random.Next(4))
            {
                case 0:
                    claims["user"] = "dl_bob";
                    break;
                case 1:
                    claims["conv"] = conversation;
                    break;
                case 2:
                    claims["exp"] = (long)claims["exp"]! + random.Next(1, 1_000_000);
                    break;
                default:
                    claims["fund"] = "cnss-ma";
                    break;
            }

            parts[1] = Base64UrlEncoder.Encode(claims.ToJsonString());
            return string.Join('.', parts);
        }

        public string OwnKey(string conversation)
        {
            var key = new byte[64];
            random.NextBytes(key);
            return new JsonWebTokenHandler().CreateToken(
                Claims(conversation), new SigningCredentials(new SymmetricSecurityKey(key), random.Next(2) == 0 ? "HS256" : "HS512"));
        }

        public string Unsigned(string conversation) => random.Next(2) == 0
            ? new JsonWebTokenHandler().CreateToken(Claims(conversation))
            : $"{Base64UrlEncoder.Encode("""{"alg":"none"}""")}.{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(Claims(conversation)))}.";

        private static string Claims(string conversation) => new JsonObject
        {
            ["iss"] = "chatchannels",
            ["aud"] = "direct-line Conversation",
            ["conv"] = conversation,
            ["fund"] = "cnps-cm",
            ["exp"] = ChatLine.Now.AddDays(1).ToUnixTimeSeconds(),
        }.ToJsonString();
    }
}
