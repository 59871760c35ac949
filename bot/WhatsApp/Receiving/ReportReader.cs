using System.Text.Json;
using ChatChannels.Bot.WhatsApp.Sending;
using ChatChannels.Runtime.Delivery;

namespace ChatChannels.Bot.WhatsApp.Receiving;

/// <summary>Reads the reports of one value.</summary>
internal static class ReportReader
{
    public static IEnumerable<StatusReport> Read(JsonElement value, Number number) =>
        from status in value.Items("statuses")
        let id = status.Text("id")
        let state = StateOf(status.Text("status"))
        where id is not null && state is not null
        select new StatusReport(id, number, Callback.Read(status.Text("biz_opaque_callback_data")), state.Value, ErrorOf(status));

    private static DispatchState? StateOf(string? status) => status switch
    {
        "sent" => DispatchState.Sent,
        "failed" => DispatchState.Failed,
        "delivered" => DispatchState.Delivered,
        "read" or "played" => DispatchState.Read,
        _ => null,
    };

    private static int? ErrorOf(JsonElement status) => status.Items("errors").Select(error => error.Whole("code")).FirstOrDefault();
}
