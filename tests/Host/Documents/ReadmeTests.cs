using System.Globalization;
using System.Text.RegularExpressions;
using ChatChannels.Conversation;
using ChatChannels.Conversation.Text;
using ChatChannels.Host.Replay;
using ChatChannels.Runtime.Delivery;
using ChatChannels.Runtime.Processing;
using ChatChannels.Runtime.Storage;
using ChatChannels.Tests.Ussd;
using Microsoft.Extensions.DependencyInjection;

namespace ChatChannels.Tests.Host.Documents;

/// <summary>README is read as a stranger reads it: what it says to dial and type is dialled and typed, and its links lead somewhere.</summary>
public sealed partial class ReadmeTests
{
    /// <summary>The cells of a row that say what to send.</summary>
    private static readonly int[] Columns = [1, 4];

    private static readonly string Text = File.ReadAllText(Repository.PathOf("README.md"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstConversation_TypedAsPrinted_FilesACaseAndBringsTheNumber()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var line = new Line(service.Http) { Phone = "+237650000011", Code = FirstCode(Text) };

        var screen = await Play(line, TableBehind("## A first conversation"));
        Assert.StartsWith("CON Dossier enregistré", screen, StringComparison.Ordinal);
        Assert.StartsWith("END ", await Walk.Confirm(line), StringComparison.Ordinal);

        Assert.Equal(1, await service.Services.GetRequiredService<ProcessingRun>().Pass(Stop));
        await service.Services.GetRequiredService<Courier>().Round(Stop);
        var sent = (await service.Services.GetRequiredService<IOutbox>().Latest(20, Stop)).Select(entry => entry.Message).ToList();
        Assert.Equal([Channel.Email, Channel.Sms], sent.Where(message => message.Template is "number-given").Select(message => message.Channel).OrderBy(channel => channel.Name, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 3)]
    public async Task Screens_Printed_AreThoseThatAreShown(string language, int column)
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var line = new Line(service.Http) { Code = FirstCode(Behind("## A first conversation")) };

        var screen = (await Play(line, [language]))["CON ".Length..];

        var box = Behind("┌").Split('\n').Skip(1).TakeWhile(row => row.StartsWith('│')).Select(row => row.Split('│')[column].Trim()).Where(row => row.Length > 0);
        Assert.Equal(screen.Split('\n'), box, StringComparer.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $" {TextMeasure.Of(screen).Units} of "), Behind("└").Split('\n')[0].Split("┘ ")[column / 2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClaimStatus_TypedAsPrinted_TellsTheClaims()
    {
        await using var service = await ReplayHost.Start(Scene.Now);
        var line = new Line(service.Http) { Phone = "+212600000021", Code = FirstCode(Behind("Then dial")) };

        Assert.Contains("100000101", Digits(await Play(line, TableBehind("Then dial"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_ThatAreRelative_LeadToFilesAndTheirHeadings()
    {
        var lost = Link().Matches(Text).Select(match => match.Groups["to"].Value)
            .Where(to => !to.StartsWith("http", StringComparison.Ordinal) && !IsThere(to));

        Assert.Empty(lost);
    }

    [Fact]
    public void Simulator_InDevelopment_OpensWithTheFundThatReadmeBeginsWith() =>
        Assert.Contains(
            $"\"Fund\": \"{FundOf(FirstCode(Behind("## A first conversation")))}\"",
            File.ReadAllText(Repository.PathOf("host/appsettings.Development.json")),
            StringComparison.Ordinal);

    [Fact]
    public void Commands_OfTheTable_AreThoseThereAre()
    {
        var printed = Command().Matches(Behind("## The command line")).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var there = ChatChannels.Host.CommandLine.Parse([]).CommandResult.Command.Subcommands.Select(command => command.Name);

        Assert.Empty(there.Except(printed, StringComparer.Ordinal));
    }

    private static async Task<string> Play(Line line, IEnumerable<string> answers)
    {
        var screen = await line.Hop("");
        foreach (var answer in answers)
        {
            Assert.StartsWith("CON ", screen, StringComparison.Ordinal);
            screen = await line.Type(answer);
        }

        return screen;
    }

    /// <summary>What a table behind some words says to send: down its first column, then down its second.</summary>
    private static List<string> TableBehind(string words)
    {
        var rows = Behind(words).Split('\n').SkipWhile(line => !line.StartsWith("| `", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')).ToList();
        Assert.NotEmpty(rows);
        return [.. Columns.SelectMany(column => rows.Where(row => row.Length > column).Select(row => row[column].Trim(' ', '`'))).Where(answer => answer.Length > 0)];
    }

    private static string Behind(string words)
    {
        var place = Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(place >= 0, $"README does not say '{words}'.");
        return Text[place..];
    }

    private static string FirstCode(string text) => Code().Match(text).Value;

    private static string Digits(string screen) => string.Concat(screen.Where(char.IsAsciiDigit));

    private static string FundOf(string code) => Repository.Files("fund.yaml")
        .Single(file => File.ReadAllText(Repository.PathOf(file)).Contains($"\"{code}\"", StringComparison.Ordinal)).Split('/')[^2];

    private static bool IsThere(string to)
    {
        var (file, heading) = to.Split('#') is [var path, var anchor] ? (path, anchor) : (to, "");
        var full = Repository.PathOf(file.Length is 0 ? "README.md" : file);
        return heading.Length is 0 ? Path.Exists(full) : File.Exists(full) && File.ReadLines(full).Any(line => line.StartsWith('#') && string.Equals(Anchor(line), heading, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As hosts of repositories make it of a heading.</summary>
    private static string Anchor(string heading) => string.Concat(heading.TrimStart('#').Trim()
        .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_').Select(letter => letter is ' ' ? '-' : letter));

    [GeneratedRegex(@"\]\((?<to>[^()\s]+)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\d+\*\d+#", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"`(?<name>[a-z-]+)[ A-Za-z.\[\]-]*`(?= \||, `)", RegexOptions.None, 1000)]
    private static partial Regex Command();
}
