using System.Collections.Concurrent;
using System.Collections.Immutable;
using ChatChannels.Host.Replay;

namespace ChatChannels.Tests.Scripts;

/// <summary>A script of <c>tests/Scripts</c>, played once however many tests ask.</summary>
/// <param name="Written">The file's text.</param>
/// <param name="Went">The text as it really went.</param>
/// <param name="Reached">What the conversation reached, as <see cref="Reach"/> words it.</param>
internal sealed record PlayedScript(string Name, string Written, string Went, ImmutableHashSet<string> Reached)
{
    private const string Folder = "tests/Scripts/";
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
            await using var service = await ReplayHost.Start(script.Setting.Now);
            var reach = new Reach(service, LanguageOf(name));
            var went = await new ChatPlayer(service, script) { Played = reach.Note }.Play();
            return new PlayedScript(name, written, went.Write(), reach.Found);
        }
        finally
        {
            Places.Release();
        }
    }

    /// <summary><c>employee.fr.ussd.chat</c> is in <c>fr</c>.</summary>
    private static string LanguageOf(string name) => name.Split('.')[^3];
}
