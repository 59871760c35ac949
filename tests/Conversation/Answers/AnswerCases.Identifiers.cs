namespace ChatChannels.Tests.Conversation.Answers;

public static partial class AnswerCases
{
    // The Moroccan identity card, one or two letters and digits (ID-7), and registration number (ID-1).
    private const string MoroccanCard = "pattern=[A-Z]{1,2}[0-9]{1,6}; example=AB123456";
    private const string MoroccanNumber = "pattern=[0-9]{9}; example=123456789";

    private static IEnumerable<AnswerCase> Identifiers =>
    [
        new("document", "", "ab 12-34.56", "AB123456"),
        new("document", "", "٠٠٥٤٣٢١", "0054321"),
        new("document", "", "123", "! document.format; example=AB123456"),
        new("document", "", "AB/123456", "! document.format; example=AB123456"),
        new("document", "", "É123456", "! document.format; example=AB123456"),
        new("document", MoroccanCard, "be 123456", "BE123456"),
        new("document", MoroccanCard, "123456", "! document.format; example=AB123456"),
        new("document", MoroccanCard, "BE123456X", "! document.format; example=AB123456"),
        new("document", "pattern=A|B[0-9]; example=B1", "A1", "! document.format; example=B1"),
        new("registration-number", MoroccanNumber, "123 456 789", "123456789"),
        new("registration-number", MoroccanNumber, "12345678", "! registration-number.format; example=123456789"),
        new("registration-number", "pattern=[0-9]+; example=1", new string('1', 41), "! registration-number.format; example=1"),
        new("registration-number", "", "", "! registration-number.format; example=123456789"),
    ];

    private static IEnumerable<AnswerCase> Codes =>
    [
        new("code", "", "1234 5678", "12345678"),
        new("code", "", "1234-5678", "12345678"),
        new("code", "", "١٢٣٤٥٦٧٨", "12345678"),
        new("code", "digits=6", "123456", "123456"),
        new("code", "", "1234567", "! code.digits; digits=8"),
        new("code", "digits=6", "12345A", "! code.digits; digits=6"),
        new("code", "", "", "! code.digits; digits=8"),
        new("case-number", "", "1234567897", "1234567897"),
        new("case-number", "", "123 456 7897", "1234567897"),
        new("case-number", "", "١٢٣ ٤٥٦ ٧٨٩٧", "1234567897"),
        new("case-number", "digits=4", "1230", "1230"),
        new("case-number", "", "1234567898", "! case-number.check"),
        new("case-number", "", "1234567", "! case-number.digits; digits=10"),
        new("case-number", "", "123456789X", "! case-number.digits; digits=10"),
        new("rib", "", "011519000001205000534921", "011519000001205000534921"),
        new("rib", "", "011 519 0000012050005349 21", "011519000001205000534921"),
        new("rib", "", "٠١١٥١٩٠٠٠٠٠١٢٠٥٠٠٠٥٣٤٩٢١", "011519000001205000534921"),
        new("rib", "", "011519000001205000534922", "! rib.check"),
        new("rib", "", "110519000001205000534921", "! rib.check"),
        new("rib", "", "01151900000120500053492", "! rib.digits; digits=24"),
        new("rib", "", "MA64011519000001205000534921", "011519000001205000534921"),
        new("rib", "", "ma64 0115 1900 0001 2050 0053 4921", "011519000001205000534921"),
        new("rib", "", "IBAN : MA64 0115 1900 0001 2050 0053 4921", "011519000001205000534921"),
        new("rib", "", "RIB 011 519 0000012050005349 21", "011519000001205000534921"),
        new("rib", "", "MA65011519000001205000534921", "! rib.check"),
        new("rib", "", "MA64011519000001205000534922", "! rib.check"),
        new("rib", "", "MA64", "! rib.digits; digits=24"),
        new("rib", "", "MA", "! rib.digits; digits=24"),
        new("rib", "", "FR7630006000011234567890189", "! rib.digits; digits=24"),
        new("rib", "", "011519000001205000535600", "! rib.check"), // divides by 97, but no key is 00, 98 or 99
        new("rib", "", "011519000001205000538898", "! rib.check"),
        new("rib", "", "011519000001205000542099", "! rib.check"),
    ];
}
