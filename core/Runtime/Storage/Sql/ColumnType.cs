namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>The types of column there are; instants are <see cref="Long"/>, as UTC ticks.</summary>
internal enum ColumnType
{
    Long,
    Bytes,
    Text,
}
