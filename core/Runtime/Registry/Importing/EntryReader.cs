using System.Collections.Immutable;
using System.Diagnostics;
using ChatChannels.Conversation.Flows;
using ChatChannels.Runtime.Storage.Register;

namespace ChatChannels.Runtime.Registry.Importing;

/// <summary>Makes entries of the rows of one kind of file.</summary>
internal abstract class EntryReader
{
    /// <summary>The columns that must be there.</summary>
    public abstract ImmutableArray<string> Required { get; }

    public static EntryReader Of(ImportKind kind, Fund fund, DateOnly today) => kind switch
    {
        ImportKind.Members => new MemberReader(fund, today),
        ImportKind.Accounts => new AccountReader(fund),
        ImportKind.Employers => new EmployerReader(fund, today),
        ImportKind.Claims => new ClaimReader(fund),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a column means something.</summary>
    public abstract bool Knows(string column);

    /// <summary>The entry; null where something was found against the row.</summary>
    public RegisterEntry? Read(CsvRow row)
    {
        var entry = ReadEntry(row);
        return row.IsSound ? entry : null;
    }

    protected abstract RegisterEntry ReadEntry(CsvRow row);
}
