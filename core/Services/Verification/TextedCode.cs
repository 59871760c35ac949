using ChatChannels.Conversation;
using ChatChannels.Conversation.Text;

namespace ChatChannels.Services.Verification;

/// <summary>Takes what people text to the fund: the door for channels that bring SMS in.</summary>
public sealed class TextedCode(IReverseProofs proofs, TimeProvider time)
{
    private const int LongestText = 160;

    /// <summary>Takes one text. Only a gateway that proves its senders proves anything.</summary>
    /// <returns>Whether it was a code that somebody waits for.</returns>
    public async Task<bool> Take(FundId fund, Address sender, string text, CancellationToken cancellation)
    {
        var code = string.Concat(InputCleaning.Clean(text, LongestText).Where(char.IsAsciiDigit));
        return sender.Proof >= Proof.Possessed && code.Length == CodePolicy.Digits
            && await proofs.Receive(fund, code, sender.Value, time.GetUtcNow(), cancellation);
    }
}
