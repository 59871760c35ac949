namespace ChatChannels.Tests.Conversation.Answers;

public static partial class AnswerCases
{
    private static IEnumerable<AnswerCase> Phones =>
    [
        new("phone", "", "650000001", "+237650000001"),
        new("phone", "", "6 50 00 00 01", "+237650000001"),
        new("phone", "", "6.50.00-00.01", "+237650000001"),
        new("phone", "", "٦٥٠٠٠٠٠٠١", "+237650000001"),
        new("phone", "", "+237 650 000 001", "+237650000001"),
        new("phone", "", "00237650000001", "+237650000001"),
        new("phone", "", "237650000001", "+237650000001"),
        new("phone", "", "222230001", "+237222230001"),
        new("phone", "mobile=true", "242000001", "+237242000001"),
        new("phone@TG", "", "90 00 00 01", "+22890000001"),
        new("phone@TG", "", "22 25 96 96", "+22822259696"),
        new("phone@TG", "", "22890000001", "+22890000001"),
        new("phone@MA", "", "0650000001", "+212650000001"),
        new("phone@MA", "", "650000001", "+212650000001"),
        new("phone@MA", "", "+212 (0)6 50 00 00 01", "+212650000001"),
        new("phone@MA", "", "05 38 00 20 20", "+212538002020"),
        new("phone", "countries=CM TG", "+228 90 00 00 01", "+22890000001"),
        new("phone", "countries=CM TG", "650000001", "+237650000001"),
        new("phone", "", "70000001", "! phone.eight-digits; number=6 70 00 00 01"),
        new("phone", "", "+237 99 00 00 01", "! phone.eight-digits; number=6 99 00 00 01"),
        new("phone", "", "22 23 00 01", "! phone.eight-digits; number=2 22 23 00 01"),
        new("phone", "", "+22890000001", "! phone.country; codes=+237"),
        new("phone", "countries=CM TG", "+212650000001", "! phone.country; codes=+237 +228"),
        new("phone", "", "+33612345678", "! phone.country; codes=+237"),
        new("phone", "mobile=true", "222230001", "! phone.not-mobile; example=6 50 00 00 01"),
        new("phone@MA", "mobile=true", "0538002020", "! phone.not-mobile; example=06 50 00 00 01"),
        new("phone", "", "65000000", "! phone.eight-digits; number=6 65 00 00 00"),
        new("phone", "", "6500000011", "! phone.format; example=6 50 00 00 01"),
        new("phone", "", "610000001", "! phone.format; example=6 50 00 00 01"),
        new("phone", "", "+237650", "! phone.format; example=6 50 00 00 01"),
        new("phone", "", "+", "! phone.format; example=6 50 00 00 01"),
        new("phone", "", "mon numéro", "! phone.format; example=6 50 00 00 01"),
        new("phone@TG", "", "80000001", "! phone.format; example=90 00 00 01"),
    ];
}
