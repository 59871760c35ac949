using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>Reads the system messages by which WhatsApp tells that a person is reached by another number or id from now on.</summary>
internal static partial class IdentityChange
{
    /// <summary>Who the person was and is; null for a system message that says nothing of the kind.</summary>
    public static (string Old, string New)? Read(JsonElement message)
    {
        var system = message.Part("system");
        var (before, after) = Told(system.Text("body"));
        var change = system.Text("type") switch
        {
            "user_changed_number" or "customer_changed_number" => OfNumber(message, system, before, after),
            "user_changed_user_id" => OfUserId(message, system, before, after),
            _ => default,
        };
        return change is ({ } old, { } @new) && !string.Equals(old, @new, StringComparison.Ordinal) ? (old, @new) : null;
    }

    /// <summary>The new number has had several names; a person who shows none has an id alone.</summary>
    private static (string? Old, string? New) OfNumber(JsonElement message, JsonElement system, string? before, string? after) => (
        Person.Of(message.Text("from")) ?? Person.Of(system.Text("customer")) ?? Person.Of(before),
        Person.Phone(system.Text("wa_id")) ?? Person.Phone(system.Text("new_wa_id")) ?? Person.Of(after) ?? Person.UserId(system.Text("user_id")));

    /// <summary>Whoever is known by a number stays so, though the number may have changed with the id.</summary>
    private static (string? Old, string? New) OfUserId(JsonElement message, JsonElement system, string? before, string? after) =>
        Person.Phone(message.Text("from")) is { } number
            ? (number, Person.Phone(system.Text("wa_id")) ?? number)
            : (Person.UserId(system.Text("previous_user_id")) ?? Person.Of(before) ?? Person.UserId(message.Text("from_user_id")) ?? Person.Of(message.Text("from")),
                Person.UserId(system.Text("user_id")) ?? Person.Of(after));

    /// <summary>What the sentence for people says: in some versions the old id stands nowhere else.</summary>
    private static (string? Before, string? After) Told(string? body) =>
        body is not null && Sentence().Match(body) is { Success: true } match ? (match.Groups["old"].Value, match.Groups["new"].Value) : default;

    /// <summary>Numbers stand between marks of direction.</summary>
    [GeneratedRegex(@"changed from \u200e?(?<old>[+A-Za-z0-9._-]+)\u200e? to \u200e?(?<new>[+A-Za-z0-9._-]+)\u200e?$", RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();
}
