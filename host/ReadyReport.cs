using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatChannels.Host;

/// <summary>The body of <c>/health/ready</c>: the state in a word, and a line for whatever an operator should know beside it.</summary>
internal static class ReadyReport
{
    public static Task Write(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        var notes = report.Entries.Values.Where(entry => entry.Status is HealthStatus.Healthy).Select(entry => entry.Description).Where(note => !string.IsNullOrEmpty(note));
        return http.Response.WriteAsync(string.Join('\n', notes.Prepend(report.Status.ToString())!), http.RequestAborted);
    }
}
