using System.Reflection;

namespace ChatChannels.Tests.Laws;

public sealed class ShapeLaws
{
    private const int MostParameters = 7;

    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string[] EmptyWords = ["Manager", "Helper", "Utils", "Service", "Base"];

    [Fact]
    public void Types_Names_EndInNoEmptyWord() => Law.NobodyBreaks(
        "A type's name ends in Manager, Helper, Utils, Service or Base:",
        from type in House.Types
        from word in EmptyWords
        where NameOf(type).EndsWith(word, StringComparison.Ordinal) && !IsOfTheLexicon(type)
        select type.FullName);

    [Fact]
    public void Methods_Parameters_AreSevenAtMost() => Law.NobodyBreaks(
        $"A method or constructor has more than {MostParameters} parameters:",
        from type in House.Types
        from method in type.GetMembers(Declared).OfType<MethodBase>()
        where method.GetParameters().Length > MostParameters
        where !Project.IsGenerated(method) && !IsPrimaryConstructorOfARecord(method, type)
        select $"{type.FullName}.{method.Name} ({method.GetParameters().Length})");

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    /// <summary>A Service, alone, is what a person chooses in the menu.</summary>
    private static bool IsOfTheLexicon(Type type) => NameOf(type) is "Service";

    private static bool IsPrimaryConstructorOfARecord(MethodBase method, Type type) =>
        method.IsConstructor
        && type.GetMethod("PrintMembers", Declared)?.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) is true
        && method.GetParameters().All(parameter => type.GetProperty(parameter.Name!) is not null);
}
