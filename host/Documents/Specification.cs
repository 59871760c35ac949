using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace ChatChannels.Host.Documents;

/// <summary>The items that the funds' flows must cover: <c>funds/specification.yaml</c>.</summary>
internal sealed record Specification(ImmutableArray<SpecificationSection> Sections)
{
    public const string File = "specification.yaml";

    public IEnumerable<SpecificationItem> Items => Sections.SelectMany(section => section.Items);

    public static Specification Read(string funds)
    {
        var root = ContentFile.Read(Path.Combine(funds, File));
        return new Specification([.. ((YamlSequenceNode)root["sections"]).Cast<YamlMappingNode>().Select(ReadSection)]);
    }

    private static SpecificationSection ReadSection(YamlMappingNode section) => new(
        ContentFile.Text(section, "title")!,
        [.. ((YamlMappingNode)section["items"]).Select(item => ReadItem(item.Key.ToString(), (YamlMappingNode)item.Value))]);

    private static SpecificationItem ReadItem(string id, YamlMappingNode item) =>
        new(id, ContentFile.Text(item, "is")!, [.. ContentFile.Texts(item, "by")], ContentFile.Text(item, "apart"));
}
