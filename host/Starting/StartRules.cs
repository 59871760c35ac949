using ChatChannels.Runtime.Funds;
using ChatChannels.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace ChatChannels.Host.Starting;

/// <summary>What an operator must have set: outside development nothing is guessed that people or data depend on.</summary>
internal static class StartRules
{
    /// <summary>Checks what the service needs.</summary>
    /// <exception cref="StartRefusedException">Something is not set as it must be; the message says all of it.</exception>
    public static void Check(IHostEnvironment environment, IConfiguration configuration, FundsOptions funds, StorageOptions storage)
    {
        if (!environment.IsDevelopment())
            Refuse([.. Links(configuration, funds), .. Places(storage)]);
    }

    /// <summary>Checks what a command needs that opens the storage.</summary>
    /// <exception cref="StartRefusedException">A place is not absolute: from another folder it would be another database, and another key.</exception>
    public static StorageOptions Storage(IServiceProvider parts)
    {
        var options = parts.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (!parts.GetRequiredService<IHostEnvironment>().IsDevelopment())
            Refuse([.. Places(options)]);
        return options;
    }

    private static IEnumerable<string> Links(IConfiguration configuration, FundsOptions funds)
    {
        const string Setting = "Funds:PublicUrl";
        if (string.IsNullOrWhiteSpace(configuration[Setting]))
            yield return $"{Setting} is not set. It is the address under which people reach the pages that messages link to, for instance https://chat.fund.example/.";
        else if (funds.PublicUrl is { Scheme: not "https", IsLoopback: false } open)
            yield return $"{Setting} is {open}. Outside development it must begin with https://: passwords are typed on the pages that it leads to.";
    }

    private static IEnumerable<string> Places(StorageOptions options)
    {
        var places = new List<(string Setting, string Path)> { (nameof(StorageOptions.KeyFile), options.KeyFile) };
        if (options.Kind is StorageKind.Sqlite)
            places.Insert(0, (nameof(StorageOptions.Path), options.Path));
        if (options.AuditAnchor is { } anchor)
            places.Add((nameof(StorageOptions.AuditAnchor), anchor));
        return places.Where(place => !Path.IsPathFullyQualified(place.Path)).Select(place =>
            $"Storage:{place.Setting} is {place.Path}. Outside development it must be an absolute path, for instance /var/lib/chatchannels/{Path.GetFileName(place.Path)}: started from another folder, the service would make a new one.");
    }

    private static void Refuse(IReadOnlyCollection<string> sentences)
    {
        if (sentences.Count > 0)
            throw new StartRefusedException(string.Join(Environment.NewLine, sentences));
    }
}
