using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace ChatChannels.Host.Documents;

/// <summary>An Arabic term of the glossary that no official page or form was found to use: of <c>funds/glossary.yaml</c>.</summary>
/// <param name="Number">Its number in the glossary.</param>
/// <param name="Arabic">The forms that our texts may use, the first one as the glossary has it.</param>
internal sealed record ReviewTerm(string Number, string French, string English, ImmutableArray<string> Arabic)
{
    public static IReadOnlyList<ReviewTerm> Read(string funds)
    {
        var root = ContentFile.Read(Path.Combine(funds, "glossary.yaml"));
        return [.. ((YamlMappingNode)root["to-review"]).Select(term => Read(term.Key.ToString(), (YamlMappingNode)term.Value))];
    }

    private static ReviewTerm Read(string number, YamlMappingNode term) =>
        new(number, ContentFile.Text(term, "fr")!, ContentFile.Text(term, "en")!, [.. ContentFile.Texts(term, "ar")]);
}
