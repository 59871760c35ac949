namespace ChatChannels.Runtime.Storage.Sql;

/// <summary>The row that a statement has just returned; only to be read until the next one.</summary>
internal interface IRow
{
    bool IsNull(int column);

    long Long(int column);

    byte[] Bytes(int column);

    string Text(int column);
}
