namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>A column of the rows that a statement is given.</summary>
internal readonly record struct Column(string Name, ColumnType Type);
