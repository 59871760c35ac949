using System.Collections.Immutable;
using ChatChannels.ReferenceRegister;

// A register with one invented person, to be asked by curl or by a service that is configured for it.
var token = args is [var given, ..] ? given : "reference-register-token";
var book = new RegisterBook();
book.Put(new RegisteredPerson
{
    Number = "100000001",
    HasAccount = true,
    Phone = "+212612345678",
    PhoneSince = new DateOnly(2024, 5, 6),
    PaymentMode = "transfer",
    Names = "SALMA EXEMPLE",
    Facts = ImmutableSortedDictionary<string, string>.Empty.Add("id-number", "AB123456").Add("birth-date", "1985-02-03"),
});
await using var server = await ReferenceServer.Start(book, new Faults(seed: 1), token, "http://127.0.0.1:5090");
Console.WriteLine($"A register at {server.Url}, token {token}");
await server.WaitForShutdown();
