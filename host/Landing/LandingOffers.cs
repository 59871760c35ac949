using ChatChannels.Runtime.Web;
using ChatChannels.Simulator;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host.Landing;

/// <summary>Decides what the landing page links for a visitor: nothing that this visitor could not open.</summary>
internal sealed class LandingOffers(IOptions<SimulatorOptions> simulator, Documentation documentation)
{
    public Offered For(HttpContext http) => new(
        Simulator: simulator.Value.Enabled && (simulator.Value.AllowRemote || Credential.IsOfThisMachine(http)),
        Documents: documentation.IsServed);
}
