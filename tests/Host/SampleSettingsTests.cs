using System.Collections.Concurrent;
using System.Reflection;
using ChatChannels.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatChannels.Tests.Host;

/// <summary><c>appsettings.sample.json</c> is bound and validated by the service's own registrations, and holds every option with its default.</summary>
public sealed class SampleSettingsTests
{
    private static readonly IConfigurationRoot Sample =
        new ConfigurationBuilder().AddJsonFile(Repository.PathOf("appsettings.sample.json")).Build();

    private static string[] Keys => [.. Leaves(Sample).Order(StringComparer.Ordinal)];

    [Fact]
    public void Sample_EveryKey_IsReadBySomeOption()
    {
        var (read, _) = Bind();

        Assert.Empty(Keys.Except(read, StringComparer.OrdinalIgnoreCase).Except(["Urls"], StringComparer.Ordinal)); // which the server takes in when it starts
    }

    [Fact]
    public void Sample_EveryOption_IsThereWithItsDefault()
    {
        var (_, options) = Bind();

        Assert.NotEmpty(options);
        foreach (var bound in options)
        {
            var section = bound.GetType().Name.Replace("Options", "", StringComparison.Ordinal);
            foreach (var (path, value, byDefault) in Properties(section, bound, Activator.CreateInstance(bound.GetType())!))
            {
                Assert.Contains(path, Keys, StringComparer.Ordinal);
                Assert.True(Equals(value, byDefault), $"{path} is {value}, by default {byDefault}");
            }
        }
    }

    [Fact]
    public void Operations_EveryKeyOfTheSample_IsExplained()
    {
        var explained = File.ReadLines(Repository.PathOf("docs/operations.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1])
            .Order(StringComparer.Ordinal);

        Assert.Equal(Keys, explained, StringComparer.Ordinal);
    }

    /// <summary>Builds the service with the sample: the keys it asked for, and its options.</summary>
    private static (IReadOnlyCollection<string> Read, IReadOnlyList<object> Options) Bind()
    {
        var source = new Recorded();
        Type[] types = [];
        using var app = Composition.Build([], builder =>
        {
            ((IConfigurationBuilder)builder.Configuration).Add(source);
            types = [.. builder.Services
                .Select(service => service.ServiceType)
                .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
                .Select(type => type.GenericTypeArguments[0])
                .Where(IsOurs).Distinct()];
        });
        var options = types.Select(type => app.Services.GetRequiredService(typeof(IOptions<>).MakeGenericType(type)))
            .Select(holder => holder.GetType().GetProperty("Value")!.GetValue(holder)!)
            .ToList();
        return ([.. source.Asked.Keys], options);
    }

    private static IEnumerable<(string Path, object? Value, object? Default)> Properties(string section, object bound, object byDefault) =>
        from property in bound.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
        let path = $"{section}:{property.Name}"
        let value = property.GetValue(bound)
        let usual = property.GetValue(byDefault)
        from leaf in IsOurs(property.PropertyType) && property.PropertyType.IsClass ? Properties(path, value!, usual!) : [(path, value, usual)]
        select leaf;

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name!.StartsWith("ChatChannels.", StringComparison.Ordinal);

    private static IEnumerable<string> Leaves(IConfiguration section) =>
        section.GetChildren().SelectMany(child => child.GetChildren().Any() ? Leaves(child) : [child.Path]);

    /// <summary>The sample as a source that notes which keys are asked for.</summary>
    private sealed class Recorded : ConfigurationProvider, IConfigurationSource
    {
        public ConcurrentDictionary<string, bool> Asked { get; } = new(StringComparer.OrdinalIgnoreCase);

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override void Load() => Data = Leaves(Sample).ToDictionary(key => key, key => Sample[key], StringComparer.OrdinalIgnoreCase);

        public override bool TryGet(string key, out string? value)
        {
            Asked[key] = true;
            return base.TryGet(key, out value);
        }
    }
}
