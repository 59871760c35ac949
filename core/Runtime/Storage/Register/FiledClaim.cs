using ChatChannels.Services.Claims;

namespace ChatChannels.Runtime.Storage.Register;

/// <summary>A claim as it is kept, with the number of its member.</summary>
internal sealed record FiledClaim(string Member, Claim Claim);
