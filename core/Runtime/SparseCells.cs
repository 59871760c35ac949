namespace ChatChannels.Runtime;

/// <summary>Cells for many threads, of which only those take memory that are near one in use: a page of them is made when it is first asked for.</summary>
/// <param name="count">How many, from 1.</param>
internal sealed class SparseCells<T>(int count)
    where T : struct
{
    private const int PageBits = 10;
    private const int Page = 1 << PageBits;

    private readonly T[]?[] _pages = new T[(count + Page - 1) >> PageBits][];

    public int Count => count;

    public ref T this[int index] => ref PageOf(index >> PageBits)[index & (Page - 1)];

    private T[] PageOf(int number) => Volatile.Read(ref _pages[number]) ?? Interlocked.CompareExchange(ref _pages[number], new T[Page], null) ?? _pages[number]!;
}
