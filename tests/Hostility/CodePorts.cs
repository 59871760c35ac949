using ChatChannels.Runtime.Storage;
using ChatChannels.Services;
using ChatChannels.Services.Verification;

namespace ChatChannels.Hostility;

/// <summary>What codes are kept and counted in.</summary>
public sealed record CodePorts(IStore Store, IAllowances Allowances, IChallenges Challenges, ISecrets Secrets)
{
    public static CodePorts Of(Storehouse house, ISecrets secrets) => new(house.Store, house.Allowances, house.Challenges, secrets);
}
