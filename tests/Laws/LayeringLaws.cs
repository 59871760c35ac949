using System.Xml.Linq;

namespace ChatChannels.Tests.Laws;

public sealed class LayeringLaws
{
    private const string Prefix = "ChatChannels.";

    [Fact]
    public void Projects_OfTheHouse_AreAllUnderLaw()
    {
        var found = Repository.Files(".csproj").Where(file => !IsTestOrBench(file)).Select(file => Path.GetFileNameWithoutExtension(file));
        var known = House.Projects.Select(project => project.Name);
        Law.NobodyBreaks("A project is missing in House.Projects:", found.Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void ProjectFiles_ProjectReferences_FollowTheLayers() => Law.NobodyBreaks(
        "A project refers to one that it must not know:",
        from project in House.Projects
        from used in Referenced(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
        where !project.MayUse.Contains(used, StringComparer.Ordinal)
        select $"{project.Name} -> {used}");

    [Fact]
    public void Assemblies_References_FollowTheLayers() => Law.NobodyBreaks(
        "An assembly uses one that it must not know:",
        from project in House.Projects
        from used in Used(project).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        where !project.MayUse.Contains(used[Prefix.Length..], StringComparer.Ordinal)
        select $"{project.Name} -> {used}");

    [Fact]
    public void PureProjects_References_AreTheBaseLibraryAndNamedPackages() => Law.NobodyBreaks(
        "A project below the framework uses more than the base library and its named packages:",
        from project in House.Projects
        where project.Packages is not null
        from used in Used(project).Concat(Referenced(project, "FrameworkReference")).Concat(Referenced(project, "PackageReference"))
        where !used.StartsWith(Prefix, StringComparison.Ordinal)
        where !IsBaseLibrary(used) && !project.Packages!.Contains(used, StringComparer.Ordinal)
        select $"{project.Name} -> {used}");

    private static bool IsTestOrBench(string file) =>
        file.StartsWith("tests/", StringComparison.Ordinal) || file.StartsWith("bench/", StringComparison.Ordinal);

    private static IEnumerable<string> Used(Project project) => project.Assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<string> Referenced(Project project, string element) =>
        XDocument.Load(Repository.PathOf($"{project.Folder}/{project.Name}.csproj"))
            .Descendants(element)
            .Select(reference => (string?)reference.Attribute("Include"))
            .OfType<string>();

    private static bool IsBaseLibrary(string assembly) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"));
}
