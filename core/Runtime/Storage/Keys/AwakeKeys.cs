using System.Collections.Concurrent;

namespace ChatChannels.Runtime.Storage.Keys;

/// <summary>
/// The keys whose ciphers are set up, the last thousand: setting one up costs more than sealing a turn, and the next turn of
/// a person who types is seconds away.
/// </summary>
internal static class AwakeKeys
{
    private const int Most = 1024;
    private static readonly ConcurrentQueue<DataKey> Keys = new();
    private static int _count;

    public static void Add(DataKey key)
    {
        Keys.Enqueue(key);
        if (Interlocked.Increment(ref _count) <= Most || !Keys.TryDequeue(out var oldest))
            return;
        Interlocked.Decrement(ref _count);
        ThreadPool.UnsafeQueueUserWorkItem(static resting => resting.Rest(), oldest, preferLocal: false); // not under another key's lock
    }
}
