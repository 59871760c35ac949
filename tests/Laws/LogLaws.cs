using System.Reflection;
using Microsoft.Extensions.Logging;

namespace ChatChannels.Tests.Laws;

public sealed class LogLaws
{
    private const int FirstId = 1001;

    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void LogMessages_EventIds_StartAt1001() => Law.NobodyBreaks(
        $"A log message has no event id, or one below {FirstId}:",
        from message in Messages
        where message.EventId < FirstId
        select $"{message.Name} ({message.EventId})");

    [Fact]
    public void LogMessages_EventIds_AreUniqueInTheirProject() => Law.NobodyBreaks(
        "Log messages of one project share an event id:",
        from message in Messages
        group message.Name by (message.Project, message.EventId) into same
        where same.Count() > 1
        select $"{same.Key.Project} {same.Key.EventId}: {string.Join(", ", same)}");

    private static IEnumerable<(string Project, string Name, int EventId)> Messages =>
        from project in House.Projects
        from type in project.Assembly.GetTypes()
        from method in type.GetMethods(Declared)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is not null
        select (project.Name, $"{type.FullName}.{method.Name}", message.EventId);
}
