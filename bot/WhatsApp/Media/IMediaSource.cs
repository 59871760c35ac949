using ChatChannels.Bot.WhatsApp.Receiving;

namespace ChatChannels.Bot.WhatsApp.Media;

/// <summary>Where the files that people send are fetched from.</summary>
internal interface IMediaSource
{
    /// <summary>Fetches a file and checks its size, its type by its content, and its hash.</summary>
    Task<Fetched> Fetch(Number number, Content.File file, CancellationToken cancellation);
}
