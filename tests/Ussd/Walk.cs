using System.Collections.Immutable;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ChatChannels.Tests.Ussd;

/// <summary>A whole pre-registration: what a sample person types from the language to the confirmation.</summary>
/// <param name="Answers">In order, the language and the menu's choice first.</param>
internal sealed partial record Walk(string Phone, ImmutableArray<string> Answers, ImmutableDictionary<string, string> ByName)
{
    private const int MostPages = 20;

    /// <summary>A sample person of the first fund: 0 types French, 1 English, 2 Arabic.</summary>
    public static Walk Sample(int person, string? email = null)
    {
        var yaml = new YamlStream();
        using (var file = new StreamReader(Repository.PathOf("funds/cnps-cm/sample/people.yaml")))
            yaml.Load(file);
        var node = yaml.Documents[0].RootNode["people"][person];
        var answers = ((YamlSequenceNode)node["answers"])
            .Select(answer => (Name: ((string)answer["ask"]!).Split('.')[^1], Value: (string)answer["value"]!))
            .Select(answer => answer.Name is "email" && email is not null ? (answer.Name, Value: email) : answer)
            .ToList();
        return new Walk(
            (string)node["phone"]!,
            [.. answers.Where(answer => answer.Name is not "review").Select(answer => answer.Value)],
            answers.ToImmutableDictionary(answer => answer.Name, answer => answer.Value, StringComparer.Ordinal));
    }

    /// <summary>Goes on from the receipt to the last screen: reads all pages of the review and says yes.</summary>
    public static async Task<string> Confirm(Line line)
    {
        var screen = await line.Type("1");
        for (var page = 0; page < MostPages && More().IsMatch(screen); page++)
            screen = await line.Type("98");
        return await line.Type("1");
    }

    /// <summary>The whole way; gives the last screen.</summary>
    public async Task<string> Through(Line line)
    {
        await line.Hop("");
        foreach (var answer in Answers)
            Assert.StartsWith("CON ", await line.Type(answer), StringComparison.Ordinal);
        return await Confirm(line);
    }

    [GeneratedRegex(@"(^|\n)98 ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex More();
}
