using System.Collections.Immutable;
using ChatChannels.Services.Members;

namespace ChatChannels.Runtime.Registry;

/// <summary>What files and registers call things.</summary>
internal static class RegisterWords
{
    public static readonly ImmutableSortedDictionary<string, Standing> Standings =
        ImmutableSortedDictionary.Create<string, Standing>(StringComparer.Ordinal)
            .Add("registered", Standing.Registered)
            .Add("not-registered", Standing.NotRegistered)
            .Add("not-eligible", Standing.NotEligible);

    public static readonly ImmutableSortedDictionary<string, PaymentMode> PaymentModes =
        ImmutableSortedDictionary.Create<string, PaymentMode>(StringComparer.Ordinal)
            .Add("none", PaymentMode.None)
            .Add("transfer", PaymentMode.Transfer)
            .Add("money-order", PaymentMode.MoneyOrder);
}
