using System.Reflection;
using System.Runtime.CompilerServices;

namespace ChatChannels.Tests.Laws;

/// <summary>One project under law.</summary>
/// <param name="Name">Its name without <c>ChatChannels.</c></param>
/// <param name="Folder">Its folder from the root.</param>
/// <param name="MayUse">The projects it may refer to.</param>
/// <param name="Packages">What it may use beside the base library; null where ASP.NET and any package are free.</param>
/// <param name="IsAdapter">Whether it is a channel adapter, internal but for its doors.</param>
internal sealed record Project(
    string Name, string Folder, IReadOnlyList<string> MayUse, IReadOnlyList<string>? Packages = null, bool IsAdapter = false)
{
    public Assembly Assembly { get; } = Assembly.Load("ChatChannels." + Name);

    /// <summary>Its types as people wrote them, nested and internal ones too; what compilers and generators made is left out.</summary>
    public IEnumerable<Type> Types => Assembly.GetTypes().Where(type => !IsGenerated(type));

    public static bool IsGenerated(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal)
        || member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || (member is Type && member.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false))
        || (member.DeclaringType is { } outer && IsGenerated(outer));
}
