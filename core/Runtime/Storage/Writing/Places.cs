using ChatChannels.Runtime.Storage.Keys;
using ChatChannels.Services.Cases;

namespace ChatChannels.Runtime.Storage.Writing;

/// <summary>Where sealed bytes belong: table, row, column. Bytes copied to another row do not open there.</summary>
internal static class Places
{
    public static string Turn(byte[] session, long version) => $"turns|{KeyRing.Hex(session)}/{version}|body";

    public static string Case(CaseNumber number) => $"cases|{number}|body";

    public static string Member(byte[] number) => $"members|{KeyRing.Hex(number)}|body";

    public static string Message(string id) => $"outbox|{id}|body";
}
