namespace ChatChannels.Tests.Laws;

/// <summary>The projects of the house. A new one is entered here, and every law then holds for it.</summary>
internal static class House
{
    private static readonly string[] Core = ["Conversation", "Services", "Runtime"];

    public static readonly IReadOnlyList<Project> Projects =
    [
        new("Conversation", "core/Conversation", MayUse: [], Packages: ["YamlDotNet"]),
        new("Services", "core/Services", MayUse: ["Conversation"], Packages: []),
        new("Runtime", "core/Runtime", MayUse: ["Conversation", "Services"]),
        new("Ussd", "ussd", MayUse: Core, IsAdapter: true),
        new("Bot", "bot", MayUse: Core, IsAdapter: true),
        new("Pages", "pages", MayUse: Core, IsAdapter: true),
        new("Simulator", "simulator", MayUse: Core, IsAdapter: true),
        new("Host", "host", MayUse: [.. Core, "Ussd", "Bot", "Pages", "Simulator"]),
    ];

    public static Project Conversation => Projects[0];

    public static IEnumerable<Type> Types => Projects.SelectMany(project => project.Types);
}
