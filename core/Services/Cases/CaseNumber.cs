namespace ChatChannels.Services.Cases;

/// <summary>The number of a case: 10 digits, the last one a Luhn check digit. Not personal; alone it opens nothing.</summary>
public readonly record struct CaseNumber(string Digits)
{
    public override string ToString() => Digits;
}
