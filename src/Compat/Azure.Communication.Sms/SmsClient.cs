using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Sms;

/// <summary>Sends text messages through Azure Communication Services.</summary>
public class SmsClient
{
    // The double slash is right: the scope is the service's identifier "https://communication.azure.com/" plus "/.default".
    private const string Scope = "https://communication.azure.com//.default";

    private readonly HttpPipeline _pipeline;
    private readonly Uri _endpoint;
    private readonly string _apiVersion;
    private readonly TimeProvider _time = TimeProvider.System;

    /// <summary>For tests that replace the client.</summary>
    protected SmsClient()
    {
    }

    /// <summary>Makes a client from a connection string.</summary>
    /// <param name="connectionString"><c>endpoint=https://…;accesskey=…</c></param>
    public SmsClient(string connectionString)
        : this(ConnectionString.Parse(connectionString), new SmsClientOptions())
    {
    }

    /// <summary>Makes a client from a connection string.</summary>
    /// <param name="connectionString"><c>endpoint=https://…;accesskey=…</c></param>
    /// <param name="options">Retries, transport, policies and service version; null for the usual ones.</param>
    public SmsClient(string connectionString, SmsClientOptions options)
        : this(ConnectionString.Parse(connectionString), options ?? new SmsClientOptions())
    {
    }

    /// <summary>Makes a client that signs with the resource's key.</summary>
    /// <param name="endpoint">The resource's address.</param>
    /// <param name="keyCredential">The resource's key, base64.</param>
    /// <param name="options">Retries, transport, policies and service version; null for the usual ones.</param>
    public SmsClient(Uri endpoint, AzureKeyCredential keyCredential, SmsClientOptions options = null)
        : this(new ConnectionString(Checked(endpoint), Checked(keyCredential)), options ?? new SmsClientOptions())
    {
    }

    /// <summary>Makes a client that signs in as an identity with a role on the resource.</summary>
    /// <param name="endpoint">The resource's address.</param>
    /// <param name="tokenCredential">Who signs in.</param>
    /// <param name="options">Retries, transport, policies and service version; null for the usual ones.</param>
    public SmsClient(Uri endpoint, TokenCredential tokenCredential, SmsClientOptions options = null)
        : this(Checked(endpoint), new BearerTokenAuthenticationPolicy(Checked(tokenCredential), Scope), options ?? new SmsClientOptions())
    {
    }

    private SmsClient(ConnectionString connection, SmsClientOptions options)
        : this(connection.Endpoint, new HmacAuthenticationPolicy(connection.Key, TimeProvider.System), options)
    {
    }

    private SmsClient(Uri endpoint, HttpPipelinePolicy authentication, SmsClientOptions options)
    {
        _endpoint = endpoint;
        _apiVersion = options.ApiVersion;
        _pipeline = HttpPipelineBuilder.Build(options, authentication);
    }

    /// <summary>Sends one message to one recipient.</summary>
    /// <param name="from">A number in E.164 format, a short code or an alphanumeric sender.</param>
    /// <param name="to">The recipient's number in E.164 format.</param>
    /// <param name="message">The text.</param>
    /// <param name="options">Delivery report and tag; null for neither.</param>
    /// <param name="cancellationToken">Stops waiting; the message may have been sent.</param>
    /// <returns>The recipient's result: the call succeeds also when the recipient is refused.</returns>
    /// <exception cref="RequestFailedException">The call as a whole was refused.</exception>
    public virtual Response<SmsSendResult> Send(
        string from, string to, string message, SmsSendOptions options = null, CancellationToken cancellationToken = default)
    {
        RequireText(to, nameof(to));
        return First(Send(from, new[] { to }, message, options, cancellationToken));
    }

    /// <summary>Sends one message to one recipient.</summary>
    /// <inheritdoc cref="Send(string, string, string, SmsSendOptions, CancellationToken)"/>
    public virtual async Task<Response<SmsSendResult>> SendAsync(
        string from, string to, string message, SmsSendOptions options = null, CancellationToken cancellationToken = default)
    {
        RequireText(to, nameof(to));
        return First(await SendAsync(from, new[] { to }, message, options, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Sends one message to several recipients, at most 100.</summary>
    /// <param name="from">A number in E.164 format, a short code or an alphanumeric sender.</param>
    /// <param name="to">The recipients' numbers in E.164 format.</param>
    /// <param name="message">The text.</param>
    /// <param name="options">Delivery report and tag; null for neither.</param>
    /// <param name="cancellationToken">Stops waiting; the messages may have been sent.</param>
    /// <returns>A result for each recipient: the call succeeds also when recipients are refused.</returns>
    /// <exception cref="RequestFailedException">The call as a whole was refused.</exception>
    public virtual Response<IReadOnlyList<SmsSendResult>> Send(
        string from, IEnumerable<string> to, string message, SmsSendOptions options = null, CancellationToken cancellationToken = default)
    {
        using var call = CreateMessage(from, to, message, options);
        _pipeline.Send(call, cancellationToken);
        return ReadAnswer(call.Response);
    }

    /// <summary>Sends one message to several recipients, at most 100.</summary>
    /// <inheritdoc cref="Send(string, IEnumerable{string}, string, SmsSendOptions, CancellationToken)"/>
    public virtual async Task<Response<IReadOnlyList<SmsSendResult>>> SendAsync(
        string from, IEnumerable<string> to, string message, SmsSendOptions options = null, CancellationToken cancellationToken = default)
    {
        using var call = CreateMessage(from, to, message, options);
        await _pipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return ReadAnswer(call.Response);
    }

    private static Response<IReadOnlyList<SmsSendResult>> ReadAnswer(Response answer) => answer.Status == 202
        ? Response.FromValue(SendWire.Read(answer.Content), answer)
        : throw new RequestFailedException(answer);

    private static Response<SmsSendResult> First(Response<IReadOnlyList<SmsSendResult>> results) =>
        Response.FromValue(results.Value[0], results.GetRawResponse());

    private static T Checked<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }

    private static void RequireText(string value, string name) => ArgumentException.ThrowIfNullOrEmpty(value, name);

    private HttpMessage CreateMessage(string from, IEnumerable<string> to, string text, SmsSendOptions options)
    {
        RequireText(from, nameof(from));
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(text, "message");
        var call = _pipeline.CreateMessage();
        call.Request.Method = RequestMethod.Post;
        call.Request.Uri.Reset(_endpoint);
        call.Request.Uri.AppendPath("/sms", escape: false);
        call.Request.Uri.AppendQuery("api-version", _apiVersion);
        call.Request.Headers.Add("Accept", "application/json");
        call.Request.Headers.Add("Content-Type", "application/json");
        call.Request.Content = SendWire.Write(from, to, text, options, _time.GetUtcNow());
        return call;
    }
}
