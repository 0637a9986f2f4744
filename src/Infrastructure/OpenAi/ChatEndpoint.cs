using System.Buffers;
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using OpenAI;
using OpenAI.Chat;

namespace Causum.Infrastructure.OpenAi;

/// <summary>
/// One request, one answer, over the SDK's pipeline: its retries, logs and error texts are off, for they are decided here. The answer is read as it stands, because the SDK's
/// typed form throws on dialects that leave out a field or know another finish reason.
/// </summary>
internal sealed class ChatEndpoint : IDisposable
{
    /// <summary>A megabyte is a very long answer; beyond this it is an attack or a fault.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly HttpClient http;
    private readonly HttpClientPipelineTransport transport;
    private readonly PipelineChatClient client;
    private readonly TimeProvider time;

    public ChatEndpoint(LlmSettings settings, HttpClient http, TimeProvider time)
    {
        this.http = http;
        this.time = time;
        transport = new HttpClientPipelineTransport(http);
        var options = new OpenAIClientOptions
        {
            Endpoint = settings.RequestBase,
            Transport = transport,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        var credential = settings.Credential.Map<PipelinePolicy>(c =>
            ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(
                new ApiKeyCredential(c.Value.Reveal()),
                c.Header,
                c.Scheme.MatchUnsafe(s => s, () => null)
            )
        );
        var version = settings.ApiVersion.Map<PipelinePolicy>(v => new ApiVersionPolicy(v));
        var pipeline = ClientPipeline.Create(options, [.. version], [.. credential], []);
        client = new PipelineChatClient(pipeline, settings.Model, options);
    }

    /// <summary>Sends the body once. Throws only when <paramref name="cancellationToken"/> is cancelled.</summary>
    /// <param name="limit">For the whole exchange, so that an answer that drips in byte by byte ends too.</param>
    public async Task<Exchange> SendAsync(
        ReadOnlyMemory<byte> body,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var content = BinaryContent.Create(BinaryData.FromBytes(body));
            var options = new RequestOptions
            {
                CancellationToken = bounded.Token,
                ErrorOptions = ClientErrorBehaviors.NoThrow,
                BufferResponse = false,
            };
            var result = await client.CompleteChatAsync(content, options);
            using var response = result.GetRawResponse();
            return await ReadAsync(response, bounded.Token);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new Exchange.TimedOut(limit);
        }
        catch (ClientResultException e)
        {
            return new Exchange.Lost((e.InnerException as HttpRequestException)?.HttpRequestError ?? default);
        }
        catch (HttpRequestException e)
        {
            return new Exchange.Lost(e.HttpRequestError);
        }
        catch (IOException)
        {
            return new Exchange.Lost(HttpRequestError.ResponseEnded);
        }
    }

    public void Dispose()
    {
        transport.Dispose();
        http.Dispose();
    }

    private async Task<Exchange> ReadAsync(PipelineResponse response, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>(16 * 1024);
        while (response.ContentStream is { } stream)
        {
            var count = await stream.ReadAsync(body.GetMemory(16 * 1024), cancellationToken);
            if (count == 0)
                break;
            body.Advance(count);
            if (body.WrittenCount > MostBytes)
                return new Exchange.Oversized();
        }
        return new Exchange.Answered(response.Status, body.WrittenMemory, RetryAfter(response.Headers));
    }

    /// <summary>Seconds or a date (RFC 9110), and the milliseconds that OpenAI and Azure add.</summary>
    private Option<TimeSpan> RetryAfter(PipelineResponseHeaders headers) =>
        headers.TryGetValue("retry-after-ms", out var fine)
        && double.TryParse(fine, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
            ? Wait(milliseconds / 1000)
        : !headers.TryGetValue("Retry-After", out var text) || text is null ? None
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? Wait(seconds)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var date)
            ? Wait((date - time.GetUtcNow()).TotalSeconds)
        : None;

    private static Option<TimeSpan> Wait(double seconds) =>
        seconds is > 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : None;

    /// <summary>The constructor that takes a pipeline is open to heirs only.</summary>
    private sealed class PipelineChatClient(ClientPipeline pipeline, string model, OpenAIClientOptions options)
        : ChatClient(pipeline, model, options);

    private sealed class ApiVersionPolicy(string version) : PipelinePolicy
    {
        public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
        {
            Add(message.Request);
            ProcessNext(message, pipeline, currentIndex);
        }

        public override ValueTask ProcessAsync(
            PipelineMessage message,
            IReadOnlyList<PipelinePolicy> pipeline,
            int currentIndex
        )
        {
            Add(message.Request);
            return ProcessNextAsync(message, pipeline, currentIndex);
        }

        private void Add(PipelineRequest request) =>
            request.Uri = new UriBuilder(request.Uri ?? throw new InvalidOperationException("A request has a URI."))
            {
                Query = $"api-version={Uri.EscapeDataString(version)}",
            }.Uri;
    }
}
