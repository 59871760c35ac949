using ChatChannels.Conversation;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Processing;
using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Tests.Runtime.Storage;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Host;

/// <summary>The whole way from the first dial to the registration number, as the gateway drives it.</summary>
public sealed class PreRegistrationTests
{
    private const string Email = "essai@exemple.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "fr", StorageKind.Sqlite)]
    [InlineData(1, "en", StorageKind.Sqlite)]
    [InlineData(2, "ar", StorageKind.Sqlite)]
    [InlineData(0, "fr", StorageKind.Postgres)]
    [InlineData(1, "en", StorageKind.Postgres)]
    [InlineData(2, "ar", StorageKind.Postgres)]
    public async Task PreRegistration_Validated_BringsTheNumberBySmsAndEmail(int person, string language, StorageKind kind)
    {
        var database = kind is StorageKind.Postgres ? await PostgresServer.Create() : null;
        try
        {
            await using var service = await ReplayHost.Start(
                Scene.Now,
                database is null ? [] : ["--Storage:Kind", "Postgres", "--Storage:ConnectionString", database]);
            await Follow(service, Walk.Sample(person, Email), language);
        }
        finally
        {
            if (database is not null)
                await PostgresServer.Drop(database);
        }
    }

    private static async Task Follow(ReplayHost service, Walk walk, string language)
    {
        var line = new Line(service.Http) { Phone = walk.Phone };

        Assert.StartsWith("END ", await walk.Through(line), StringComparison.Ordinal);
        Assert.Equal(1, await service.Services.GetRequiredService<ProcessingRun>().Pass(Stop));
        await service.Services.GetRequiredService<Courier>().Round(Stop);

        var number = Assert.Single(service.Store.TakeChanges().OfType<Change.RegisterMember>()).Member.Number;
        var messages = await service.Services.GetRequiredService<IOutbox>().DeliveredTo(walk.Phone, 20, Stop);
        string[] templates = ["number-given", "opened", "validated"];
        foreach (var (channel, to) in new[] { (Channel.Sms, Reached(walk)), (Channel.Email, Email) })
        {
            var sent = messages.Where(message => message.Channel == channel).ToList();
            Assert.Equal(templates, sent.Select(message => message.Template).Order(StringComparer.Ordinal), StringComparer.Ordinal);
            Assert.All(sent, message => Assert.Equal((to, language), (message.To, message.Language.Code)));
            var digits = string.Concat(sent.Single(message => message.Template is "number-given").Text.Where(char.IsAsciiDigit));
            Assert.Contains(number, digits, StringComparison.Ordinal);
        }
    }

    private static string Reached(Walk walk) => walk.ByName.TryGetValue("phone", out var other)
        ? "+237" + other.Replace(" ", "", StringComparison.Ordinal)
        : walk.Phone;
}
