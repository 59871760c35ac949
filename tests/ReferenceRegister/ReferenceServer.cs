using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatChannels.ReferenceRegister;

/// <summary>The register, served on this machine.</summary>
public sealed class ReferenceServer : IAsyncDisposable
{
    /// <summary>Changes told at once; the rest by cursor.</summary>
    private const int Page = 2;

    private readonly WebApplication _app;
    private readonly RegisterBook _book;
    private readonly Faults _faults;
    private readonly byte[] _expected;

    private ReferenceServer(WebApplication app, RegisterBook book, Faults faults, string token)
    {
        (_app, _book, _faults, _expected) = (app, book, faults, Encoding.UTF8.GetBytes($"Bearer {token}"));
        app.Use(Guard);
        var paths = app.MapGroup("/v1");
        paths.MapPost("/members/find", (Bodies.Find asked) => Results.Json(new { Member = Told(book.Find(asked.Facts)) }));
        paths.MapPost("/members/get", (Bodies.NumberAsked asked) => Results.Json(new { Member = Told(book.Person(asked.Number)) }));
        paths.MapPost("/members/confirm", (Bodies.Confirm asked) => Results.Json(new { Confirms = book.Confirms(asked.Number, asked.Fact, asked.Value) }));
        paths.MapPost("/members/known", (Bodies.Known asked) => Results.Json(new { Known = book.Knows(asked.Identity, asked.Likeness) }));
        paths.MapPost("/claims/list", (Bodies.NumberAsked asked) => Results.Json(new { Claims = book.Claims.Where(claim => string.Equals(claim.Number, asked.Number, StringComparison.Ordinal)).Select(Told) }));
        paths.MapPost("/claims/changes", (Bodies.Changes asked) => Changes(asked));
        paths.MapPost("/requests", Take);
    }

    /// <summary>Where the contract's paths begin.</summary>
    public Uri Url => new($"{_app.Urls.First()}/v1/");

    /// <summary>Starts it.</summary>
    /// <param name="urls">Where it listens; a free port of this machine unless said.</param>
    public static async Task<ReferenceServer> Start(RegisterBook book, Faults faults, string token, string urls = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new ReferenceServer(app, book, faults, token);
        await app.StartAsync();
        return server;
    }

    public Task WaitForShutdown() => _app.WaitForShutdownAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Who asks, and what goes wrong.</summary>
    private async Task Guard(HttpContext context, RequestDelegate next)
    {
        var fault = _faults.Next();
        if (fault is Fault.Cut)
        {
            context.Abort();
            return;
        }

        await Task.Delay(_faults.Slowness, context.RequestAborted);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()), _expected))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (fault is Fault.Error)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else if (fault is Fault.LostAnswer)
            await LoseAnswer(context, next);
        else
            await next(context);
    }

    private static async Task LoseAnswer(HttpContext context, RequestDelegate next)
    {
        context.Response.Body = Stream.Null;
        await next(context);
        context.Abort();
    }

    private IResult Changes(Bodies.Changes asked)
    {
        var skipped = int.Parse(asked.Cursor ?? "0", CultureInfo.InvariantCulture);
        var due = _book.Claims.Where(claim => claim.ChangedAt >= asked.Since).OrderBy(claim => claim.ChangedAt).ThenBy(claim => claim.Claim, StringComparer.Ordinal).ToList();
        var cursor = due.Count > skipped + Page ? (skipped + Page).ToString(CultureInfo.InvariantCulture) : null;
        return Results.Json(new { Changes = due.Skip(skipped).Take(Page).Select(claim => new { claim.Number, claim.ChangedAt, Claim = Told(claim) }), Cursor = cursor });
    }

    private async Task<IResult> Take(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        if (!Guid.TryParse(request.Headers["Idempotency-Key"], out var key))
            return Results.BadRequest();
        return _book.Take(key.ToString(), body) switch
        {
            true => Results.StatusCode(StatusCodes.Status201Created),
            false => Results.Ok(),
            null => Results.Conflict(),
        };
    }

    private static object? Told(RegisteredPerson? person) => person is null ? null : new
    {
        person.Number,
        person.Standing,
        person.Reason,
        person.HasAccount,
        person.Phone,
        person.PhoneSince,
        person.Email,
        person.PaymentMode,
        person.Names,
    };

    private static object Told(RegisteredClaim claim) => new
    {
        claim.Claim,
        claim.State,
        claim.FiledOn,
        claim.AmountClaimed,
        claim.AmountReimbursed,
        claim.RejectionReason,
        claim.MissingPieces,
        claim.CompleteBy,
        claim.PaidOn,
    };
}
