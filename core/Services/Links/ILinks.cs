namespace ChatChannels.Services.Links;

/// <summary>Links of one kind. They are issued and used up by a <see cref="Change"/>.</summary>
public interface ILinks<T>
    where T : Link
{
    /// <summary>What a token leads to, used or not; null for an unknown one.</summary>
    Task<T?> Find(string token, CancellationToken cancellation);
}
