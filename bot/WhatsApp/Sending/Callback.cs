using System.Globalization;
using ChatChannels.Runtime.Delivery;

namespace ChatChannels.Bot.WhatsApp.Sending;

/// <summary>Our own id of what is sent, as WhatsApp repeats it in its reports (<c>biz_opaque_callback_data</c>); not every version does.</summary>
internal static class Callback
{
    public static string Write(Dispatch dispatch) => string.Create(CultureInfo.InvariantCulture, $"{dispatch.Message:N}.{dispatch.Part}");

    public static Dispatch? Read(string? callback) =>
        callback?.Split('.') is [var id, var number]
        && Guid.TryParseExact(id, "N", out var message)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var part)
            ? new Dispatch(message, part)
            : null;
}
