using System.Reflection;

namespace ChatChannels.Tests.Laws;

public sealed class AdapterLaws
{
    /// <summary>Full names of types that an adapter shows beside its doors, options and ports, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> Shown = new Dictionary<string, string>(StringComparer.Ordinal);

    [Fact]
    public void Shown_EveryName_IsStillAPublicType() => Law.NobodyBreaks(
        "An exemption names no public type any more:",
        Shown.Keys.Except(PublicTypes.Select(found => found.Type.FullName!), StringComparer.Ordinal));

    [Fact]
    public void AdapterTypes_ThatArePublic_AreDoorsOptionsOrPorts() => Law.NobodyBreaks(
        "A public type of an adapter is neither its door (Add…, Map…) nor options nor a port:",
        from found in PublicTypes
        where !IsDoor(found.Type, found.Adapter) && !IsOptions(found.Type) && !found.Type.IsInterface
        where !Shown.ContainsKey(found.Type.FullName!)
        select found.Type.FullName);

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
