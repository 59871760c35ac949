using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Unicode;
using ChatChannels.Conversation.Engine;
using ChatChannels.Runtime.Turns;
using ChatChannels.Ussd.AfricasTalking;
using FsCheck;
using FsCheck.Fluent;

namespace ChatChannels.Tests.Ussd;

/// <summary>What holds of every body and every text, however broken. FsCheck prints the seed of a failure, to replay it.</summary>
public sealed class GatewayParsingProperties
{
    private static readonly string[] Pieces =
    [
        "sessionId", "phoneNumber", "serviceCode", "text", "status", "=", "&", "&", "=", "%2B237650000001", "+237650000001", "*237*1%23", "*237*1#", "ATUid_1",
        "1*2", "%", "%0", "%ZZ", "%00", "%C3%A9", "%C3", "%ED%A0%80", "%F0%9F%98%80", "%E2%80%AE", "+", " ", "\0", "é", "Incomplete", "99999999999999999999",
    ];

    private static readonly Gen<byte[]> Bodies = Gen.Frequency(
        (6, Gen.Elements(Pieces).Select(Encoding.UTF8.GetBytes)),
        (1, Gen.Choose(0, 255).Select(octet => new[] { (byte)octet })))
        .ListOf().Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    /// <summary>Texts of a session as they may come: of stars, digits and little else, so that they often fit together.</summary>
    private static readonly Gen<string> Texts = Gen.Elements("1", "2", "*", "*", "", "NGONO", "#", "é", "\uD83D").ListOf().Select(string.Concat);

    [Fact]
    public void Decode_AnyBody_IsUtf8OrNothingAndBounded() => Holds(Bodies, body =>
    {
        var form = UrlEncodedBody.Decode(body);
        return form is null || (form.Count <= 64 && form.All.All(field => IsWhole(field.Name) && IsWhole(field.Value)));
    });

    [Fact]
    public void Decode_WhatWasEncoded_IsWhatItWas() => Holds(
        Gen.Elements("a", "é", "*", "#", "&", "=", "+", " ", "%", "م", "😀", "\0").ListOf().Select(string.Concat).ListOf(5).Select(values => values.ToArray()),
        values =>
        {
            var encoded = string.Join('&', values.Select((value, at) => $"{WebUtility.UrlEncode($"f{at}é")}={WebUtility.UrlEncode(value)}"));
            var form = UrlEncodedBody.Decode(Encoding.ASCII.GetBytes(encoded));
            return form is not null && values.Index().All(value => string.Equals(form[$"f{value.Index}é"], value.Item, StringComparison.Ordinal));
        });

    [Fact]
    public void TryRead_AnyForm_IsWithinTheProtocolOrNamesTheField() => Holds(Bodies, body =>
    {
        if (UrlEncodedBody.Decode(body) is not { } form)
            return true;
        if (!GatewayForm.TryRead(form, out var read, out var problem))
            return Pieces.Take(5).Contains(problem.Split(' ')[0], StringComparer.Ordinal);
        return read.Phone[0] is '+' && ulong.TryParse(read.Phone.AsSpan(1), out _) && read.Text.Length <= 4000 && read.SessionId.Length is > 0 and <= 128;
    });

    [Fact]
    public void Read_AnyTwoTexts_GoOnRepeatOrAreOutOfStep() => Prop.ForAll(Texts.ToArbitrary(), Texts.ToArbitrary(), (last, text) =>
        CumulativeText.Read([], text, last) switch
        {
            Reading.Fresh { Input: Input.Said said, Request: var request } =>
                string.Equals(request, text, StringComparison.Ordinal) && string.Equals(last.Length == 0 ? said.Text : $"{last}*{said.Text}", text, StringComparison.Ordinal),
            Reading.Repeated repeated => string.Equals(repeated.Request, text, StringComparison.Ordinal) && (text.Length == 0 || last.StartsWith(text, StringComparison.Ordinal)),
            Reading.OutOfStep => !last.StartsWith(text, StringComparison.Ordinal) || last[text.Length] is not '*',
            _ => false,
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void Read_AnswerBehindAnyText_IsThatAnswer() => Prop.ForAll(Texts.ToArbitrary(), Texts.ToArbitrary(), (last, answer) =>
        last.Length == 0 || CumulativeText.Read([], $"{last}*{answer}", last) is Reading.Fresh { Input: Input.Said said } && string.Equals(said.Text, answer, StringComparison.Ordinal))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void Read_AnyFirstText_IsADialWithoutEmptyDigits() => Holds(Texts, text =>
        CumulativeText.Read(["9"], text, null) is Reading.Fresh { Input: Input.Dialled dialled }
        && dialled.Digits[0] is "9" && dialled.Digits[1..].All(digits => digits.Length > 0 && !digits.Contains('*', StringComparison.Ordinal)));

    [Fact]
    public void Read_LastAnswerOnly_IsACopyWithinTwoSecondsAndNewBehind() => Prop.ForAll(Texts.ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (text, milliseconds) =>
    {
        var first = (Reading.Fresh)LastAnswerText.Read(ImmutableArray<string>.Empty, text, null, Scene.Now);
        return LastAnswerText.Read([], text, first.Request, Scene.Now.AddMilliseconds(milliseconds)) is Reading.Repeated == milliseconds < 2_000;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static void Holds<T>(Gen<T> any, Func<T, bool> law) =>
        Prop.ForAll(any.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(60));

    private static bool IsWhole(string text) => text.EnumerateRunes().All(rune => rune.Value != Rune.ReplacementChar.Value || text.Contains('\uFFFD', StringComparison.Ordinal))
        && Utf8.IsValid(Encoding.UTF8.GetBytes(text)) && string.Equals(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), text, StringComparison.Ordinal);
}
