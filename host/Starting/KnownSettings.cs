using System.Reflection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host.Starting;

/// <summary>The settings that the options of the registered parts read, from their types: <c>XOptions</c> is the section <c>X</c>.</summary>
/// <param name="services">Looked through when settings are asked for: until then parts may be added.</param>
internal sealed class KnownSettings(IEnumerable<ServiceDescriptor> services)
{
    /// <summary>Stands for a place in a list, or a key of a dictionary.</summary>
    private const string Any = "*";

    private readonly Lazy<IReadOnlyList<(string Name, Type Type)>> _sections = new(() => [.. services
        .Select(service => service.ServiceType)
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
        .Select(type => type.GenericTypeArguments[0])
        .Where(IsOurs).Distinct()
        .Select(type => (type.Name.Replace("Options", "", StringComparison.Ordinal), type))]);

    /// <summary>A sentence for each setting that nothing reads, inside our sections or ones that look like them.</summary>
    public IEnumerable<string> Unknown(IConfiguration configuration)
    {
        var names = _sections.Value.Select(section => section.Name).ToList();
        var known = _sections.Value.SelectMany(section => Paths(section.Name, section.Type)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var key in configuration.AsEnumerable().Where(setting => setting.Value is not null).Select(setting => setting.Key).Order(StringComparer.OrdinalIgnoreCase))
        {
            if (key.Split(ConfigurationPath.KeyDelimiter) is not [var section, _, ..] parts)
                continue;
            if (names.Contains(section, StringComparer.OrdinalIgnoreCase) ? !Reads(known, "", parts) : Nearest.To(section, names) is not null)
                yield return $"There is no setting {key}; it is ignored.{Nearest.Hint(key, known)}";
        }
    }

    /// <summary>Whether a key is known, word by word or by a place that takes any.</summary>
    private static bool Reads(HashSet<string> known, string path, ReadOnlySpan<string> rest) => rest.IsEmpty
        ? known.Contains(path)
        : Reads(known, Join(path, rest[0]), rest[1..]) || (path.Length > 0 && Reads(known, Join(path, Any), rest[1..]));

    /// <summary>The path of a value, and those of all that is in it.</summary>
    private static IEnumerable<string> Paths(string path, Type type)
    {
        var inner = type switch
        {
            { IsArray: true } => Paths(Join(path, Any), type.GetElementType()!),
            { IsGenericType: true } when type.GetInterfaces().Append(type).Any(IsMany) => Paths(Join(path, Any), type.GenericTypeArguments[^1]),
            { IsClass: true } when IsOurs(type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .SelectMany(property => Paths(Join(path, property.Name), property.PropertyType)),
            _ => [],
        };
        return inner.Prepend(path);
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : ConfigurationPath.Combine(path, name);

    private static bool IsMany(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name!.StartsWith("ChatChannels.", StringComparison.Ordinal);
}
