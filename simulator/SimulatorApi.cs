using ChatChannels.Simulator.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace ChatChannels.Simulator;

/// <summary>The few questions the page asks; the conversation itself goes through the real gateway endpoint.</summary>
internal static class SimulatorApi
{
    private static readonly SimulatorJson Json = SimulatorJson.Default;

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter(NeverStoredAsync);
        api.MapGet("/funds", Funds);
        api.MapGet("/people", People).Needs("fund");
        api.MapGet("/messages", MessagesAsync);
        api.MapGet("/stand", StandAsync).Needs("fund", "phone");
        api.MapPost("/texts", TextAsync).Needs("fund", "phone", "text");
        api.MapPost("/processing", ProcessAsync);
    }

    /// <summary>Parameters of the query without which there is no answer, and a sentence that says so.</summary>
    private static void Needs(this RouteHandlerBuilder route, params string[] names) => route.AddEndpointFilter((context, next) =>
        Array.Find(names, name => string.IsNullOrEmpty(context.HttpContext.Request.Query[name])) is { } missing
            ? ValueTask.FromResult<object?>(TypedResults.Text($"The address lacks '{missing}': ?{string.Join("=…&", names)}=…", statusCode: StatusCodes.Status400BadRequest))
            : next(context));

    /// <summary>The fund that the page opens with comes first.</summary>
    private static JsonHttpResult<IReadOnlyList<SimulatedFund>> Funds(ISimulatorWorld world, IOptions<SimulatorOptions> options)
        => TypedResults.Json<IReadOnlyList<SimulatedFund>>(
            [.. world.Funds.OrderByDescending(fund => string.Equals(fund.Id, options.Value.Fund, StringComparison.Ordinal))],
            Json.IReadOnlyListSimulatedFund);

    private static JsonHttpResult<IReadOnlyList<SamplePerson>> People(ISimulatorWorld world, string fund = "")
        => TypedResults.Json(world.People(fund), Json.IReadOnlyListSamplePerson);

    private static async Task<JsonHttpResult<IReadOnlyList<SimulatedMessage>>> MessagesAsync(
        ISimulatorWorld world, CancellationToken cancellation)
        => TypedResults.Json(await world.MessagesAsync(cancellation), Json.IReadOnlyListSimulatedMessage);

    private static async Task<JsonHttpResult<SimulatedStand>> StandAsync(
        ISimulatorWorld world, string fund = "", string phone = "", CancellationToken cancellation = default)
        => TypedResults.Json(await world.StandAsync(fund, phone, cancellation), Json.SimulatedStand);

    private static async Task<NoContent> TextAsync(
        ISimulatorWorld world, string fund = "", string phone = "", string text = "", CancellationToken cancellation = default)
    {
        await world.TextAsync(fund, phone, text, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<JsonHttpResult<Processed>> ProcessAsync(ISimulatorWorld world, CancellationToken cancellation)
        => TypedResults.Json(new Processed(await world.RunProcessingAsync(cancellation)), Json.Processed);

    private static ValueTask<object?> NeverStoredAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
