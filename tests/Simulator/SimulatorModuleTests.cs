using System.Text.Json;

namespace ChatChannels.Tests.Simulator;

/// <summary>The page's own rules, asked of its modules inside the browser.</summary>
public sealed class SimulatorModuleTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Measure = "async words => (await import('/simulator/lengths.js')).measure(words)";

    private const string Defects =
        """
        async () => {
          const { TEXTS, LANGUAGES } = await import('/simulator/texts.js');
          const holes = words => (words?.match(/\{\d\}/g) ?? ['none']).sort().join();
          return Object.entries(TEXTS)
            .filter(([, words]) => LANGUAGES.some(code => !words[code]?.trim() || holes(words[code]) !== holes(words.fr)))
            .map(([key]) => key);
        }
        """;

    private static readonly Size[] Sizes =
    [
        new("", "GSM-7", 0, 0),
        new("été à Ça, À", "UCS-2", 11, 11),
        new("Été à Ça ?", "GSM-7", 10, 10),
        new("ça", "UCS-2", 2, 2),
        new("[5 €]", "GSM-7", 8, 5),
        new("’", "UCS-2", 1, 1),
        new("🙂", "UCS-2", 2, 2),
        new(new string('a', 182), "GSM-7", 182, 182),
        new(new string('a', 183), "GSM-7", 183, 182),
        new(new string('a', 181) + "€", "GSM-7", 183, 181),
        new(new string('ب', 80), "UCS-2", 80, 80),
        new(new string('ب', 81), "UCS-2", 81, 80),
        new(new string('ب', 79) + "🙂", "UCS-2", 81, 79),
    ];

    [Fact]
    public async Task Measure_OfTexts_CountsAndCutsAsANetworkDoes()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);

        foreach (var expected in Sizes)
        {
            var measured = await phone.Page.EvaluateAsync<JsonElement>(Measure, expected.Words);
            Assert.Equal(expected, Read(expected.Words, measured));
            Assert.Equal(expected.Shown < expected.Words.Length, measured.GetProperty("exceeded").GetBoolean());
        }
    }

    [Fact]
    public async Task Texts_OfThePage_ExistInEveryLanguageWithTheSameHoles()
    {
        await using var phone = await SimulatorPage.OpenAsync(chromium);

        Assert.Empty(await phone.Page.EvaluateAsync<string[]>(Defects));
    }

    private static Size Read(string words, JsonElement measured) => new(
        words,
        measured.GetProperty("alphabet").GetString()!,
        measured.GetProperty("units").GetInt32(),
        measured.GetProperty("shown").GetString()!.Length);

    private sealed record Size(string Words, string Alphabet, int Units, int Shown);
}
