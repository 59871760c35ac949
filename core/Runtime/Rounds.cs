namespace ChatChannels.Runtime;

/// <summary>What goes round for ever: a round that fails is told of, and the next one takes up what it left.</summary>
internal static class Rounds
{
    /// <summary>Goes round at once, and from then on at a pace.</summary>
    public static async Task Keep(Func<CancellationToken, Task> round, TimeSpan pace, TimeProvider time, Action<Exception> failed, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Once(round, failed, stop);
            await Task.Delay(pace, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Goes round once.</summary>
    public static async Task Once(Func<CancellationToken, Task> round, Action<Exception> failed, CancellationToken stop)
    {
        try
        {
            await round(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The service stops; the next node, or the next start, goes round.
        }
#pragma warning disable CA1031 // whatever fails, the next round tries again
        catch (Exception failure)
#pragma warning restore CA1031
        {
            failed(failure);
        }
    }
}
