namespace ChatChannels.Tests.Conversation.Answers;

public static partial class AnswerCases
{
    private static IEnumerable<AnswerCase> Numbers =>
    [
        new("number", "", "12", "12"),
        new("number", "", "007", "7"),
        new("number", "", "-0", "0"),
        new("number", "", "١٢", "12"),
        new("number", "", "1 200", "1200"),
        new("number", "min=-5", "-3", "-3"),
        new("number", "", "-3", "! number.low; min=0"),
        new("number", "min=1; max=12", "0", "! number.low; min=1"),
        new("number", "min=1; max=12", "13", "! number.high; max=12"),
        new("number", "", new string('9', 40), "! number.high; max=999999999"),
        new("number", "", "-" + new string('9', 40), "! number.low; min=0"),
        new("number", "", "1 2", "! number.format"),
        new("number", "", "1.5", "! number.format"),
        new("number", "", "douze", "! number.format"),
        new("number", "", "", "! number.format"),
        new("money", "", "150000", "150000"),
        new("money", "", "150 000 FCFA", "150000"),
        new("money", "", "150.000 F CFA", "150000"),
        new("money", "", "150,000f", "150000"),
        new("money", "", "150\u202F000 xaf", "150000"),
        new("money", "", "١٥٠٬٠٠٠", "150000"),
        new("money@MA", "", "4 200 DH", "4200"),
        new("money@MA", "", "٤٢٠٠ درهم", "4200"),
        new("money", "", "1.50", "! money.format"),
        new("money", "", "1.000,00", "! money.format"),
        new("money", "", "1.000 000", "! money.format"),
        new("money", "", "500 poulets", "! money.format"),
        new("money", "", "FCFA", "! money.format"),
        new("money", "", "", "! money.format"),
        new("money", "min=36270", "36269", "! money.low; min=36 270 FCFA"),
        new("money", "max=750000", "750 001", "! money.high; max=750 000 FCFA"),
    ];
}
