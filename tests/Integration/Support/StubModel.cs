using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Causum.Integration.Support;

/// <summary>
/// An OpenAI-compatible server on a free loopback port. It checks each request as a real one would, records it, and answers by script: first the queued replies in order, then
/// <see cref="Answer"/>.
/// </summary>
internal sealed class StubModel : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly StubModelDialect dialect;
    private readonly ConcurrentQueue<StubModelRequest> requests = new();
    private readonly ConcurrentQueue<StubModelReply> script = new();
    private readonly CancellationTokenSource closing = new();

    private StubModel(WebApplication app, StubModelDialect dialect) => (this.app, this.dialect) = (app, dialect);

    /// <summary>The header a request must carry; none demands that there is no credential.</summary>
    public KeyValuePair<string, string>? Credential { get; set; }

    /// <summary>What a request gets when the script is empty.</summary>
    public Func<StubModelRequest, StubModelReply> Answer { get; set; } = _ => StubModelReply.Text("ok");

    public IReadOnlyList<StubModelRequest> Requests => [.. requests];

    public Uri Root => new(app.Urls.First());

    /// <summary>The base URL for a configuration of the OpenAI kind.</summary>
    public string Endpoint => new Uri(Root, "/v1").AbsoluteUri;

    /// <param name="certificate">Serves HTTPS with it.</param>
    public static async Task<StubModel> StartAsync(
        StubModelDialect? dialect = null,
        X509Certificate2? certificate = null
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
                kestrel.Listen(
                    IPAddress.Loopback,
                    0,
                    listen =>
                    {
                        if (certificate is not null)
                            listen.UseHttps(certificate);
                    }
                )
            );
        var server = builder.Build();
        var stub = new StubModel(server, dialect ?? StubModelDialect.OpenAi);
        server.Run(stub.HandleAsync);
        await server.StartAsync();
        return stub;
    }

    public void Script(params StubModelReply[] replies)
    {
        foreach (var reply in replies)
            script.Enqueue(reply);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await app.DisposeAsync();
        closing.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing.Token);
        try
        {
            var request = await ReadAsync(context.Request, gone.Token);
            requests.Enqueue(request);
            var reply =
                StubModelChecks.Find(request, dialect, Credential) is { } fault
                    ? new StubModelReply.Body(fault.Status, dialect.WrapError(fault))
                : script.TryDequeue(out var next) ? next
                : Answer(request);
            await WriteAsync(context, reply, gone.Token);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private static async Task<StubModelRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return new StubModelRequest(
            request.Method,
            request.Path.ToUriComponent(),
            request.QueryString.Value ?? "",
            request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(cancellationToken)
        );
    }

    private static async Task WriteAsync(HttpContext context, StubModelReply reply, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = "application/json";
        switch (reply)
        {
            case StubModelReply.Body body:
                response.StatusCode = body.Status;
                foreach (var (name, value) in body.Headers)
                    response.Headers[name] = value;
                await response.WriteAsync(body.Content, cancellationToken);
                break;
            case StubModelReply.Drip drip:
                foreach (var one in Encoding.UTF8.GetBytes(drip.Content))
                {
                    await response.Body.WriteAsync(new[] { one }, cancellationToken);
                    await response.Body.FlushAsync(cancellationToken);
                    await Task.Delay(drip.Pause, cancellationToken);
                }
                break;
            case StubModelReply.Hang:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case StubModelReply.Held held:
                await held.Until.WaitAsync(cancellationToken);
                await WriteAsync(context, held.Then, cancellationToken);
                break;
            case StubModelReply.Cut cut:
                var bytes = Encoding.UTF8.GetBytes(cut.Content);
                response.ContentLength = bytes.Length;
                await response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
                context.Abort();
                break;
            case StubModelReply.Reset:
                context.Abort();
                break;
        }
    }
}
