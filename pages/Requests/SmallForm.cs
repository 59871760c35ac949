using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ChatChannels.Pages.Requests;

/// <summary>Reads what a form of the pages sends, and nothing larger.</summary>
internal static class SmallForm
{
    /// <summary>A few short fields; more is nobody's form.</summary>
    public const int LargestBody = 2048;

    private static readonly FormOptions Limits = new() { KeyLengthLimit = 32, ValueLengthLimit = 256, ValueCountLimit = 8 };

    /// <summary>The fields, or the status to refuse it with.</summary>
    public static async Task<(IFormCollection? Form, int Refusal)> Read(HttpContext http)
    {
        var request = http.Request;
        if (!string.Equals(request.ContentType?.Split(';')[0].Trim(), "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return (null, StatusCodes.Status400BadRequest);
        if (request.ContentLength > LargestBody)
            return (null, StatusCodes.Status413PayloadTooLarge);
        try
        {
            return (await request.ReadFormAsync(Limits, http.RequestAborted), 0);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }
}
