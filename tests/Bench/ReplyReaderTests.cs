using System.Text;
using ChatChannels.Driver.Wire;

namespace ChatChannels.Tests.Bench;

public sealed class ReplyReaderTests
{
    private const string Sized = "HTTP/1.1 200 OK\r\nDate: today\r\ncontent-TYPE: text/plain; charset=utf-8\r\nContent-Length: 7\r\n\r\nCON é2";
    private const string Chunked =
        "HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n4\r\nCON \r\n1b\r\nabcdefghijklmnopqrstuvwxyz!\r\n0\r\n\r\n";

    [Theory]
    [InlineData(Sized, 200, "text/plain; charset=utf-8", "CON é2", false)]
    [InlineData(Chunked, 503, "", "CON abcdefghijklmnopqrstuvwxyz!", true)]
    [InlineData("HTTP/1.1 204 No\r\n\r\n", 204, "", "", false)]
    public void TryRead_OctetsThatComeOneByOne_ReadsTheReplyAtItsLast(string reply, int status, string type, string body, bool closes)
    {
        var octets = Encoding.UTF8.GetBytes(reply);
        for (var length = 0; length < octets.Length; length++)
            Assert.False(ReplyReader.TryRead(octets.ToArray().AsSpan(0, length), out _), $"after {length} octets");

        Assert.True(ReplyReader.TryRead(octets, out var read));
        Assert.Equal(status, read.Status);
        Assert.Equal(type, Encoding.UTF8.GetString(read.ContentType));
        Assert.Equal(body, Encoding.UTF8.GetString(read.Body));
        Assert.Equal(closes, read.Closes);
        Assert.Equal(octets.Length, read.Length);
    }

    [Fact]
    public void TryRead_AReplyThatAnotherFollows_SaysWhereItEnds()
    {
        Assert.True(ReplyReader.TryRead(Encoding.UTF8.GetBytes(Sized + "HTTP/1.1 2"), out var read));

        Assert.Equal(Encoding.UTF8.GetByteCount(Sized), read.Length);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n")]
    [InlineData("HTTP/1.1 abc\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: long\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n")]
    public void TryRead_WhatIsNoReply_Throws(string octets) =>
        Assert.Throws<FormatException>(() => ReplyReader.TryRead(Encoding.UTF8.GetBytes(octets), out _));
}
