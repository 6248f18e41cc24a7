using System.Globalization;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.Azure.Functions.Worker.Invocation;

internal sealed class HandlerBindingContext(TriggerPayload? payload, RouteValueDictionary route) : BindingContext
{
    private IReadOnlyDictionary<string, object?>? _data;

    public override IReadOnlyDictionary<string, object?> BindingData => _data ??= Read();

    private Dictionary<string, object?> Read() => payload is { } sent
        ? sent.Metadata()
        : route.ToDictionary(
            value => value.Key,
            value => (object?)Convert.ToString(value.Value, CultureInfo.InvariantCulture),
            StringComparer.OrdinalIgnoreCase);
}
