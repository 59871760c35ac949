using System.Collections.Concurrent;
using System.Collections.Immutable;
using ChatChannels.Conversation.Answers;
using ChatChannels.Host.Replay;
using ChatChannels.Hostility;
using ChatChannels.Tests.Hostile;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatChannels.Tests.Scripts;

/// <summary>A script of <c>tests/Scripts</c>, played once however many tests ask.</summary>
/// <param name="Written">The file's text.</param>
/// <param name="Went">The text as it really went.</param>
/// <param name="Reached">What the conversation reached, as <see cref="Reach"/> words it.</param>
/// <param name="Leaks">Where something that the person typed was found and may not be: logs, traces, database, backup. Sought in one language: the way of the data is the same in all.</param>
internal sealed record PlayedScript(string Name, string Written, string Went, ImmutableHashSet<string> Reached, ImmutableArray<string> Leaks)
{
    private const string Folder = "tests/Scripts/";

    /// <summary>What is shorter may stand anywhere by chance.</summary>
    private const int ShortestCanary = 6;

    private static readonly ConcurrentDictionary<string, Lazy<Task<PlayedScript>>> Played = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim Places = new(Environment.ProcessorCount);

    /// <summary>Every script, by its path below <c>tests/Scripts</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Repository.Files(".chat").Where(file => file.StartsWith(Folder, StringComparison.Ordinal)).Select(file => file[Folder.Length..])];

    public static Task<PlayedScript> Of(string name) => Played.GetOrAdd(name, _ => new Lazy<Task<PlayedScript>>(() => Play(name))).Value;

    public static string TextOf(string name) => File.ReadAllText(Repository.PathOf(Folder + name));

    private static async Task<PlayedScript> Play(string name)
    {
        await Places.WaitAsync();
        try
        {
            var written = TextOf(name);
            var script = ChatScriptReader.Read(name, written);
            using var overheard = LanguageOf(name) is Overheard.Language ? new Overheard() : null;
            await using var service = await ReplayHost.Start(
                script.Setting.Now,
                builder => builder.Logging.AddProvider(overheard ?? (ILoggerProvider)NullLoggerProvider.Instance),
                overheard is null ? [] : Overheard.Settings);
            var reach = new Reach(service, LanguageOf(name));
            var went = await new ChatPlayer(service, script) { Played = reach.Note }.Play();
            return new PlayedScript(name, written, went.Write(), reach.Found, overheard is null ? [] : await Search(service, overheard, script));
        }
        finally
        {
            Places.Release();
        }
    }

    /// <summary>Searched for all that was typed but keys and case numbers, which are no secret.</summary>
    private static async Task<ImmutableArray<string>> Search(ReplayHost service, Overheard overheard, ChatScript script)
    {
        var typed = script.Steps.Select(step => step.Happens).OfType<Happening.Types>().Select(types => types.Text)
            .Where(text => text.Length >= ShortestCanary && !(text.Length is 10 && Luhn.Holds(text)) && !IsShortNumber(text))
            .ToList();
        if (typed.Count == 0)
            return [];
        var scan = new CanaryScan(typed);
        var sediment = await Sediment.Of(service, CancellationToken.None);
        return
        [
            .. sediment.Select(part => scan.Find(part.Place, part.Content)).OfType<string>(),
            .. new[] { scan.Find("log", string.Join('\n', overheard.Lines)) }.OfType<string>(),
        ];
    }

    /// <summary>An amount, say: logs are full of numbers, and some will have the same digits.</summary>
    private static bool IsShortNumber(string text) => text.Count(char.IsDigit) < 8 && !text.Any(char.IsLetter);

    /// <summary><c>employee.fr.ussd.chat</c> is in <c>fr</c>.</summary>
    private static string LanguageOf(string name) => name.Split('.')[^3];
}
