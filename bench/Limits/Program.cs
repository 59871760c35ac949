using System.Globalization;
using ChatChannels.Limits;

// ChatChannels.Limits bare
// ChatChannels.Limits sqlite FILE BYTES
// ChatChannels.Limits postgres CONNECTION BYTES
// The address comes from ASPNETCORE_URLS.
var reply = "CON Votre nom ? (comme sur votre pièce d'identité)\n0 Retour 00 Menu 97 Aide"u8.ToArray();
var record = new byte[args is [_, _, var bytes] ? int.Parse(bytes, CultureInfo.InvariantCulture) : 0];
new Random(1).NextBytes(record);

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
await using var app = builder.Build();
using IGroupLog? log = args switch
{
    ["bare"] => null,
    ["sqlite", var file, _] => new SqliteLog(file),
    ["postgres", var connection, _] => new PostgresLog(connection),
    _ => throw new NotSupportedException("bare | sqlite FILE BYTES | postgres CONNECTION BYTES"),
};
using var commits = log is null ? null : new GroupCommit(log);

app.MapPost("/ussd", async http =>
{
    var form = await http.Request.ReadFormAsync(http.RequestAborted);
    if (form["sessionId"].Count != 1 || form["phoneNumber"].Count != 1)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return;
    }

    if (commits is not null)
        await commits.Append(record);
    http.Response.ContentType = "text/plain; charset=utf-8";
    http.Response.ContentLength = reply.Length;
    await http.Response.Body.WriteAsync(reply, http.RequestAborted);
});
await app.RunAsync();
