using System.Reflection;
using System.Xml.Linq;

namespace ChatChannels.Tests.Laws;

public sealed class DocumentationLaws
{
    [Fact]
    public void CoreTypes_ThatArePublic_HaveASummary() => Law.NobodyBreaks(
        "A public type of the core has no <summary>:",
        from project in House.Projects
        where project.Folder.StartsWith("core/", StringComparison.Ordinal)
        let documentation = DocumentationOf(project)
        from type in project.Types
        where type.IsVisible && !Says(documentation, $"T:{NameOf(type)}", "summary")
        select type.FullName);

    [Fact]
    public void Options_EveryProperty_StatesItsDefault() => Law.NobodyBreaks(
        "An option does not state its default in <value>:",
        from project in House.Projects
        let documentation = DocumentationOf(project)
        from type in project.Types
        where type.Name.EndsWith("Options", StringComparison.Ordinal)
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where !Says(documentation, $"P:{NameOf(type)}.{property.Name}", "value")
        select $"{type.FullName}.{property.Name}");

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static Dictionary<string, XElement> DocumentationOf(Project project) =>
        XDocument.Load(Path.ChangeExtension(project.Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);

    private static bool Says(Dictionary<string, XElement> documentation, string member, string element) =>
        documentation.GetValueOrDefault(member)?.Element(element) is { } text
        && (text.HasElements || !string.IsNullOrWhiteSpace(text.Value));
}
