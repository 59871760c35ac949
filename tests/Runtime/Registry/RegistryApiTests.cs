using System.Reflection;
using ChatChannels.Runtime.Registry.Remote;
using YamlDotNet.RepresentationModel;

namespace ChatChannels.Tests.Runtime.Registry;

/// <summary><c>docs/registry-api.yaml</c> says what goes over the wire, no more and no less.</summary>
public sealed class RegistryApiTests
{
    private static readonly YamlMappingNode Api = Read();

    public static TheoryData<string> Bodies => [.. Wires.Select(type => type.Name)];

    private static IEnumerable<Type> Wires => typeof(RemoteRegister).Assembly.GetTypes().Where(type => type.DeclaringType?.Name is "Wire");

    [Fact]
    public void Schemas_AreThoseOfTheWire() =>
        Assert.Equal(Wires.Select(type => type.Name).Order(StringComparer.Ordinal), Names(Schemas).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Schema_Fields_AreThoseOfTheWire(string body)
    {
        var sent = Wires.Single(type => string.Equals(type.Name, body, StringComparison.Ordinal)).GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);

        Assert.Equal(sent.Order(StringComparer.Ordinal), Names((YamlMappingNode)Schemas[body]["properties"]).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void Paths_AreThoseAsked()
    {
        var asked = File.ReadAllText(Repository.PathOf("core/Runtime/Registry/Remote/RemoteRegister.cs"));

        Assert.All(Names((YamlMappingNode)Api["paths"]), path => Assert.Contains($"\"{path[1..]}\"", asked, StringComparison.Ordinal));
        Assert.Equal("3.1.0", ((YamlScalarNode)Api["openapi"]).Value);
    }

    private static YamlMappingNode Schemas => (YamlMappingNode)Api["components"]["schemas"];

    private static IEnumerable<string> Names(YamlMappingNode map) => map.Children.Keys.Select(key => ((YamlScalarNode)key).Value!);

    private static YamlMappingNode Read()
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Repository.PathOf("docs/registry-api.yaml"));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
