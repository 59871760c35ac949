using ChatChannels.Runtime.Storage.Sql;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>A row to write.</summary>
/// <param name="CanClash">Whether the statement returns a row only where it won.</param>
internal sealed record RowWrite(Statement Statement, object?[] Values, bool CanClash);
