using System.Runtime.InteropServices;

namespace ChatChannels.Conversation.Text;

/// <summary>What a text takes on a phone network: septets in GSM-7, UTF-16 units in UCS-2.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSize(Alphabet Alphabet, int Units);
