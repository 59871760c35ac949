using System.Collections.Immutable;

namespace ChatChannels.Host.Documents;

/// <summary>A part of the specification: one document of a fund.</summary>
internal sealed record SpecificationSection(string Title, ImmutableArray<SpecificationItem> Items);
