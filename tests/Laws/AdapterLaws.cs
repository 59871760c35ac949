using System.Reflection;

namespace ChatChannels.Tests.Laws;

public sealed class AdapterLaws
{
    [Fact]
    public void AdapterTypes_ThatArePublic_AreDoorsOptionsOrPorts() => Law.NobodyBreaks(
        "A public type of an adapter is neither its door (Add…, Map…), nor options, nor a port, nor what these speak in:",
        from found in PublicTypes
        where !IsDoor(found.Type, found.Adapter) && !Spoken.Contains(found.Type)
        select found.Type.FullName);

    /// <summary>Options and ports, and the types that their properties and methods speak in, however deep.</summary>
    private static HashSet<Type> Spoken
    {
        get
        {
            var spoken = new HashSet<Type>();
            var open = new Queue<Type>(PublicTypes.Select(found => found.Type).Where(type => type.IsInterface || IsOptions(type)));
            while (open.TryDequeue(out var type))
                if (spoken.Add(type))
                    foreach (var next in Signature(type).SelectMany(Parts))
                        open.Enqueue(next);
            return spoken;
        }
    }

    private static IEnumerable<Type> Signature(Type type) =>
    [
        .. type.GetProperties().Select(property => property.PropertyType),
        .. type.GetMethods().SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
    ];

    private static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Append(type);

    private static IEnumerable<(string Adapter, Type Type)> PublicTypes =>
        from project in House.Projects
        where project.IsAdapter
        from type in project.Types
        where type.IsVisible
        select (project.Name, type);

    private static bool IsDoor(Type type, string adapter) =>
        type is { IsAbstract: true, IsSealed: true }
        && type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).All(method =>
            method.Name.StartsWith("Add" + adapter, StringComparison.Ordinal)
            || method.Name.StartsWith("Map" + adapter, StringComparison.Ordinal));

    private static bool IsOptions(Type type) => type.Name.EndsWith("Options", StringComparison.Ordinal);
}
