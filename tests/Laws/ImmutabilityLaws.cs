using System.Reflection;
using System.Runtime.CompilerServices;

namespace ChatChannels.Tests.Laws;

public sealed class ImmutabilityLaws
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string[] MutableCollections = ["IList`1", "ICollection`1", "ISet`1", "IDictionary`2"];

    /// <summary>Full names of types that may change, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> MayChange = new Dictionary<string, string>(StringComparer.Ordinal);

    [Fact]
    public void MayChange_EveryName_IsStillAType() => Law.NobodyBreaks(
        "An exemption names no type any more:",
        MayChange.Keys.Except(House.Conversation.Types.Select(type => type.FullName!), StringComparer.Ordinal));

    [Fact]
    public void ConversationTypes_Fields_AreReadOnly() => Law.NobodyBreaks(
        "A type of Conversation has a field that can change:",
        from type in UnderLaw
        from field in type.GetFields(Declared)
        where !field.IsInitOnly && !field.IsLiteral
        select $"{type.FullName}.{field.Name}");

    [Fact]
    public void ConversationTypes_Properties_HaveNoSetter() => Law.NobodyBreaks(
        "A type of Conversation has a property that can be set after it was made:",
        from type in UnderLaw
        from property in type.GetProperties(Declared)
        where property.SetMethod is { } setter && !IsInit(setter)
        select $"{type.FullName}.{property.Name}");

    [Fact]
    public void ConversationTypes_PublicMembers_HoldNoMutableCollection() => Law.NobodyBreaks(
        "A type of Conversation shows a collection that others can change:",
        from type in UnderLaw
        from member in VisibleMembers(type)
        from part in Parts(member.Type)
        where IsMutableCollection(part)
        select $"{type.FullName}.{member.Name} : {part.Name}");

    // A ref struct lives on one stack frame and so is never shared; an enum's one field is the runtime's.
    private static IEnumerable<Type> UnderLaw => House.Conversation.Types.Where(type =>
        !type.IsEnum && !type.IsByRefLike
        && !type.Name.EndsWith("Builder", StringComparison.Ordinal)
        && !MayChange.ContainsKey(type.FullName!));

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static IEnumerable<(string Name, Type Type)> VisibleMembers(Type type) =>
        type.GetProperties(Declared).Where(property => property.GetMethod is { IsPublic: true }).Select(property => (property.Name, property.PropertyType))
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic).Select(field => (field.Name, field.FieldType)));

    private static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Prepend(type);

    private static bool IsMutableCollection(Type type) =>
        type.IsArray
        || (type.Namespace is "System.Collections.Generic" && (type.IsClass || MutableCollections.Contains(type.Name)))
        || type.Namespace is "System.Collections.Concurrent" or "System.Collections.ObjectModel";
}
