using System.Text;

namespace ChatChannels.Hostility;

/// <summary>How the real gateway is let in. A service under attack is started with <see cref="Settings"/>.</summary>
public static class Gateway
{
    public const string Secret = "hostility-0123456789_ab";
    public const string User = "gateway";
    public const string Password = "a passphrase, long";
    public const string Target = "/ussd/africastalking/" + Secret;
    public const string Events = Target + "/events";

    /// <summary>Every way of authentication at once.</summary>
    public static readonly string[] Settings =
    [
        "--Ussd:AfricasTalking:SecretPath", Secret,
        "--Ussd:AfricasTalking:User", User,
        "--Ussd:AfricasTalking:Password", Password,
        "--Ussd:AfricasTalking:AllowedNetworks", "127.0.0.0/8 ::1/128",
    ];

    public static readonly string Credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
}
