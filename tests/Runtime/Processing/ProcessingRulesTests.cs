using System.Globalization;
using ChatChannels.Conversation.Answers;
using ChatChannels.Conversation.Engine;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Funds;
using ChatChannels.Services.Processing;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Runtime.Processing;

/// <summary>Each reason to complete a file, on both sides of its boundary, by the policy of the first fund (CNPS-19, CH-6).</summary>
public sealed class ProcessingRulesTests(ProcessingRulesTests.Policy policy) : IClassFixture<ProcessingRulesTests.Policy>
{
    private static readonly DateOnly Today = new(2026, 3, 5);

    [Theory]
    [InlineData("", "")]
    [InlineData("registered", "duplicate-person")]
    [InlineData("birth-date=2012-03-05", "")] // fourteen today
    [InlineData("birth-date=2012-03-06", "under-age")]
    [InlineData("birth-date=2012-02-29", "")]
    [InlineData("birth-date=1966-03-05", "")] // sixty, but an employee
    [InlineData("scheme=voluntary birth-date=1966-03-06", "")] // fifty-nine until tomorrow
    [InlineData("scheme=voluntary birth-date=1966-03-05", "over-age")]
    [InlineData("id-expiry=2026-03-05", "")] // its last day
    [InlineData("id-expiry=2026-03-04", "document-expired")]
    [InlineData("scheme=voluntary monthly-income=36270", "")]
    [InlineData("scheme=voluntary monthly-income=36269", "income-out-of-bounds")]
    [InlineData("scheme=voluntary monthly-income=750000", "")]
    [InlineData("scheme=voluntary monthly-income=750001", "income-out-of-bounds")]
    [InlineData("monthly-income=1", "")] // not asked of employees
    [InlineData("registered scheme=voluntary birth-date=1950-01-01 id-expiry=2020-01-01 monthly-income=1", "duplicate-person over-age document-expired income-out-of-bounds")]
    public void Examine_File_GivesTheReasons(string file, string reasons)
    {
        var given = file.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var answers = given.Where(fact => fact.Contains('=', StringComparison.Ordinal)).Select(fact => fact.Split('='))
            .Aggregate(AnswerSheet.None.With("scheme", "employee").With("birth-date", "1990-01-01"), (sheet, fact) => sheet.With(fact[0], fact[1]));

        var found = new ProcessingRules(policy.Settings).Examine(answers, given.Contains("registered", StringComparer.Ordinal), Today);

        Assert.Equal(reasons, string.Join(' ', found));
    }

    [Fact]
    public void Examine_LeapDayBirth_ComesOfAgeOnTheFirstOfMarchAsInTheForm()
    {
        var answers = AnswerSheet.None.With("scheme", "employee").With("birth-date", "2012-02-29");
        string Reasons(string day) => string.Join(' ', new ProcessingRules(policy.Settings)
            .Examine(answers, alreadyRegistered: false, DateOnly.Parse(day, CultureInfo.InvariantCulture)));

        Assert.Equal("under-age", Reasons("2026-02-28"));
        Assert.Equal("", Reasons("2026-03-01"));
    }

    [Fact]
    public void Examine_NoPolicy_BindsNothing()
    {
        var answers = AnswerSheet.None.With("scheme", "voluntary").With("birth-date", "2020-01-01").With("monthly-income", "1");

        Assert.Empty(new ProcessingRules(AnswerSettings.None).Examine(answers, alreadyRegistered: false, Today));
    }

    /// <summary>The policy as the fund's editors wrote it.</summary>
    public sealed class Policy : IAsyncLifetime
    {
        public AnswerSettings Settings { get; private set; } = AnswerSettings.None;

        public async ValueTask InitializeAsync()
        {
            await using var service = await ReplayHost.Start(Scene.Now);
            Settings = service.Services.GetRequiredService<FundDirectory>().Find(Scene.Fund)!.Policies["processing"];
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
