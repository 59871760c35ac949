using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Hostility;

/// <summary>What the callback may answer at all, whatever it is sent.</summary>
internal static class AllowedReplies
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly int[] Refusals = [400, 401, 403, 404, 405, 408, 411, 413, 414, 415, 417, 429, 431];

    /// <summary>What is wrong with a reply, or null.</summary>
    public static string? Fault(HostileCallback sent, Caught caught)
    {
        if (caught.Took > Longest)
            return $"took {caught.Took.TotalSeconds:0.00} s";
        if (caught.Status == 0) // to close on what is no HTTP at all, or on a body cut short, is an answer
            return sent.Raw is not null || sent.Length > sent.Body.Length ? null : "closed without a reply";
        if (caught.Status != 200)
            return Refusals.Contains(caught.Status) ? Problem(caught) : $"status {caught.Status}";
        if (!sent.IsTrusted)
            return "a forgery was let in";
        if (sent.Target.EndsWith("/events", StringComparison.Ordinal))
            return caught.Body.Length == 0 ? null : "a notice was answered with words";
        return Screen(caught) ?? (sent.Expected is { } expected && !expected.AsSpan().SequenceEqual(caught.Body) ? "a copy was answered otherwise" : null);
    }

    private static string? Screen(Caught caught)
    {
        if (caught.ContentType is not "text/plain; charset=utf-8")
            return $"a screen as {caught.ContentType}";
        if (!Utf8.IsValid(caught.Body))
            return "a screen that is not UTF-8";
        var screen = Encoding.UTF8.GetString(caught.Body);
        if (!screen.StartsWith("CON ", StringComparison.Ordinal) && !screen.StartsWith("END ", StringComparison.Ordinal))
            return "neither CON nor END";
        return screen.Length < 6 ? "an empty screen"
            : screen.Any(sign => char.IsControl(sign) && sign is not '\n') ? "a control character on a screen"
            : TextLimits.Ussd.Fit(screen[4..]) ? null : "a screen too long";
    }

    private static string? Problem(Caught caught)
    {
        if (caught.Body.Length == 0)
            return null;
        if (caught.ContentType is not "application/problem+json")
            return $"a refusal as {caught.ContentType}";
        using var problem = JsonDocument.Parse(caught.Body);
        return problem.RootElement.GetProperty("status").GetInt32() == caught.Status ? null : "a problem of another status";
    }
}
