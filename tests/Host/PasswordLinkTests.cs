using System.Net;
using System.Text.RegularExpressions;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Engine;
using ChatChannels.Conversation.Localization;
using ChatChannels.Host.Replay;
using ChatChannels.Hostility;
using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using ChatChannels.Runtime.Storage.Register;
using ChatChannels.Runtime.Turns;
using ChatChannels.Services;
using ChatChannels.Services.Accounts;
using ChatChannels.Services.Actions;
using ChatChannels.Services.Members;
using ChatChannels.Services.Messages;
using ChatChannels.Services.Requests;
using ChatChannels.Tests.Runtime.Storage;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Host;

/// <summary>A password is set on a page, by a link that works once, and everybody it concerns hears of it.</summary>
public sealed partial class PasswordLinkTests
{
    private const string Good = "Essai-2026";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageKind.Sqlite)]
    [InlineData(StorageKind.Postgres)]
    public Task Link_UsedByManyAtOnce_SetsOnePassword(StorageKind kind) => Play(kind, async (service, link) =>
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Post(service, link, $"{Good}{n}")));

        Assert.Equal((1, 15), (statuses.Count(s => s.Status is HttpStatusCode.OK), statuses.Count(s => s.Status is HttpStatusCode.Gone)));
        var request = Assert.Single(await Requests(service));
        Assert.Equal((PasswordSetting.SetPassword, "1000000001"), (request.Kind, request.Member));
        var winner = Array.FindIndex(statuses, s => s.Status is HttpStatusCode.OK);
        Assert.True(PasswordHash.Matches($"{Good}{winner}", request.Answers[PasswordSetting.HashAnswer]!));
        Assert.False(PasswordHash.Matches(Good, request.Answers[PasswordSetting.HashAnswer]!));
        Assert.Equal(
            ["+237650000001", "aline@exemple.example", "nouvelle@exemple.example"],
            Sent(service).Where(message => message.Template is RecoveryNotice.Recovered).Select(message => message.To).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    });

    [Theory]
    [InlineData("fr", "essai-2026", "Au moins 8")]
    [InlineData("fr", "ESSAI-2026", "Au moins 8")]
    [InlineData("fr", "Essai-essai", "Au moins 8")]
    [InlineData("fr", "Ess-202", "Au moins 8")]
    [InlineData("en", "", "At least 8")]
    [InlineData("ar", "essai-2026", "8 أحرف على الأقل")]
    public Task Password_AgainstTheRule_SaysTheRuleAndUsesNothingUp(string language, string password, string rule) => Play(StorageKind.Sqlite, async (service, link) =>
    {
        var (status, page) = await Post(service, $"{link}?lang={language}", password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(rule, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Essai-essai", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(service, link, Good, Good + "!")).Status);
        Assert.Empty(await Requests(service));
        Assert.Equal(HttpStatusCode.OK, (await Post(service, link, Good)).Status);
    });

    [Fact]
    public Task Link_LookedAt_IsNotUsedUpAndIsOverAfterAnHour() => Play(StorageKind.Sqlite, async (service, link) =>
    {
        service.Clock.Pass(PasswordLink.Lifetime - TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await Get(service, link)).Status, (await Get(service, link)).Status));

        service.Clock.Pass(TimeSpan.FromSeconds(1));

        var over = await Get(service, link);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (over.Status, (await Post(service, link, Good)).Status));
        Assert.Equal(over, await Get(service, $"/password/{Scene.Fund}/ffffffffffffffffffffffffffffffff"));
        Assert.Empty(await Requests(service));
    });

    [Fact]
    public async Task Link_WithoutProof_IsNotSent()
    {
        await using var service = await Start(null);

        var result = await Ask(service, "send-password-link", AnswerSheet.None.With(ProofAnswers.Member, "1000000001"));
        var other = await Ask(service, "send-password-link", Proven().With(ProofAnswers.Member, "1000000002"));
        var password = await Ask(service, "give-one-time-password", AnswerSheet.None.With(ProofAnswers.Member, "1000000001"));

        Assert.Equal(("unproven", "unproven", "unproven"), (result.Outcome.Exit, other.Outcome.Exit, password.Outcome.Exit));
        Assert.Empty(Sent(service));
    }

    [Fact]
    public async Task Link_ToAChangedLine_IsNotSent()
    {
        await using var service = await Start(null, new DateOnly(2026, 3, 4));

        Assert.Equal("unproven", (await Ask(service, "send-password-link", Proven())).Outcome.Exit);
        Assert.Equal("unproven", (await Ask(service, "give-one-time-password", Proven())).Outcome.Exit);
        Assert.Empty(Sent(service));
    }

    [Fact]
    public async Task Link_ByAPhoneOfUnknownHistory_IsNotSent()
    {
        await using var service = await Start(null);
        var possessed = Proven().With(ProofAnswers.Firm, "");

        Assert.Equal("unproven", (await Ask(service, "send-password-link", possessed)).Outcome.Exit);
        Assert.Equal("unproven", (await Ask(service, "give-one-time-password", possessed)).Outcome.Exit);
        Assert.Empty(Sent(service));
    }

    [Fact]
    public async Task Link_FourthAtOnce_IsLimited()
    {
        await using var service = await Start(null);
        for (var i = 0; i < 3; i++)
            Assert.Equal("sent", (await Ask(service, "send-password-link", Proven())).Outcome.Exit);

        Assert.Equal("limited", (await Ask(service, "send-password-link", Proven())).Outcome.Exit);
    }

    [Fact]
    public async Task OneTimePassword_Given_FitsTheRuleAndIsTheRegisters()
    {
        await using var service = await Start(null);

        Assert.Equal("sent", (await Ask(service, "give-one-time-password", Proven())).Outcome.Exit);

        var messages = Sent(service);
        var message = messages.Single(sent => sent.Template is GiveOneTimePasswordAction.Message);
        var password = OneTime().Match(message.Text).Value;
        var request = Assert.Single(await Requests(service));
        Assert.Equal("+237650000001", message.To);
        Assert.True(PasswordRule.Fits(password), "a one-time password does not fit the rule");
        Assert.Equal(PasswordSetting.SetOneTimePassword, request.Kind);
        Assert.True(PasswordHash.Matches(password, request.Answers[PasswordSetting.HashAnswer]!));
        Assert.Equal(3, messages.Count(sent => sent.Template is RecoveryNotice.Recovered));
    }

    private static async Task Play(StorageKind kind, Func<ReplayHost, string, Task> play)
    {
        var database = kind is StorageKind.Postgres ? await PostgresServer.Create() : null;
        try
        {
            await using var service = await Start(database);
            Assert.Equal("sent", (await Ask(service, "send-password-link", Proven())).Outcome.Exit);
            var message = Sent(service).Single(sent => sent.Template is SendPasswordLinkAction.Message);
            Assert.Equal("+237650000001", message.To);
            await play(service, new Uri(Link().Match(message.Text).Value).AbsolutePath);
        }
        finally
        {
            if (database is not null)
                await PostgresServer.Drop(database);
        }
    }

    private static Task<ReplayHost> Start(string? database, DateOnly? phoneSince = null)
    {
        var register = new PaperRegister();
        register.Add(new MemberRecord
        {
            Number = "1000000001",
            Standing = Standing.Registered,
            Phone = "+237650000001",
            PhoneSince = phoneSince ?? new DateOnly(2020, 1, 1),
            Email = "aline@exemple.example",
        });
        return ReplayHost.Start(
            Scene.Now,
            builder => builder.Services.AddSingleton<IRegister>(register),
            ["--Funds:Sample", "false", .. database is null ? [] : new[] { "--Storage:Kind", "Postgres", "--Storage:ConnectionString", database }]);
    }

    private static AnswerSheet Proven() => AnswerSheet.None
        .With(ProofAnswers.Member, "1000000001").With(ProofAnswers.Proven, "1000000001").With(ProofAnswers.Firm, "1000000001")
        .With(ProofAnswers.EmailProven, "nouvelle@exemple.example");

    private static async Task<ActionResult> Ask(ReplayHost service, string action, AnswerSheet answers)
    {
        var result = await service.Services.GetRequiredService<ActionCatalogue>()[action].Perform(
            new ActionRequest
            {
                Fund = service.Services.GetRequiredService<FundDirectory>().Find(Scene.Fund)!,
                Service = "recovery",
                Address = new Address(Channel.Ussd, "+237650000099", Proof.Possessed),
                Language = Language.French,
                Answers = answers,
                Now = service.Clock.GetUtcNow(),
                Today = DateOnly.FromDateTime(service.Clock.GetUtcNow().DateTime),
            },
            Stop);
        Assert.Equal(CommitResult.Committed, await service.Store.Commit(new Unit(null, result.Changes), Stop));
        return result;
    }

    /// <summary>The messages since the last call.</summary>
    private static IReadOnlyList<Message> Sent(ReplayHost service) =>
        [.. service.Store.TakeChanges().OfType<Change.Send>().Select(send => send.Message)];

    private static async Task<IReadOnlyList<RegisterRequest>> Requests(ReplayHost service) =>
        [.. (await service.Services.GetRequiredService<IRegisterOutbox>().TakeRequests(service.Clock.GetUtcNow(), TimeSpan.FromMinutes(1), 9, Stop)).Select(due => due.What)];

    private static async Task<(HttpStatusCode Status, string Page)> Get(ReplayHost service, string path)
    {
        using var response = await service.Http.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<(HttpStatusCode Status, string Page)> Post(ReplayHost service, string path, string password, string? again = null)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("password", password), KeyValuePair.Create("again", again ?? password)]);
        using var response = await service.Http.PostAsync(new Uri(path, UriKind.Relative), form, Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    [GeneratedRegex("https?://[^ ]+/password/[a-z-]+/[0-9a-f]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("[A-Z][a-z]{3}-[0-9]{6}", RegexOptions.NonBacktracking)]
    private static partial Regex OneTime();
}
