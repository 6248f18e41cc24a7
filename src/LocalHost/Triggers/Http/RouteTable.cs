using Microsoft.AspNetCore.Routing.Template;

namespace Notifieringar.LocalHost.Triggers.Http;

/// <summary>What the routes say about a request from outside.</summary>
internal enum RouteResult
{
    /// <summary>An HTTP function takes it.</summary>
    Matched,

    /// <summary>No function has this route and method.</summary>
    Unknown,

    /// <summary>The path is a function's name: that is where triggers are handed over, and no client may get there.</summary>
    TriggerName,
}

internal sealed record RouteMatch(RouteResult Result, HttpFunction? Function = null);

/// <summary>The HTTP functions' routes, most specific first, and the paths nobody outside may reach.</summary>
internal sealed class RouteTable
{
    private readonly List<Entry> _entries;
    private readonly HashSet<string> _functionNames;

    public RouteTable(FunctionFolder folder, IInlineConstraintResolver constraints)
    {
        _functionNames = folder.Functions.Select(function => function.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _entries = [.. folder.Functions.OfType<HttpFunction>()
            .Select(function => Entry.Create(function, folder.RoutePrefix, constraints))
            .OrderBy(entry => entry.Precedence)
            .ThenBy(entry => entry.Function.Name, StringComparer.Ordinal)];
    }

    public IEnumerable<string> Templates => _entries.Select(entry => "/" + entry.Matcher.Template.TemplateText);

    public RouteMatch Match(string method, string path)
    {
        // Empty segments do not count: //Name and /Name/ are the name as well.
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is [var only] && _functionNames.Contains(only))
        {
            return new(RouteResult.TriggerName);
        }

        var function = _entries.FirstOrDefault(entry => entry.Accepts(method, path))?.Function;
        return function is null ? new(RouteResult.Unknown) : new(RouteResult.Matched, function);
    }

    private sealed record Entry(HttpFunction Function, TemplateMatcher Matcher, IReadOnlyList<(string Parameter, IRouteConstraint Rule)> Constraints, decimal Precedence)
    {
        public static Entry Create(HttpFunction function, string prefix, IInlineConstraintResolver constraints)
        {
            var template = TemplateParser.Parse($"{prefix.Trim('/')}/{function.Route.Trim('/')}".Trim('/'));
            var defaults = new RouteValueDictionary(template.Parameters
                .Where(parameter => parameter.DefaultValue is not null)
                .Select(parameter => KeyValuePair.Create(parameter.Name!, parameter.DefaultValue)));
            var rules = template.Parameters
                .SelectMany(parameter => parameter.InlineConstraints, (parameter, text) => (parameter.Name!, Resolve(function, text.Constraint, constraints)))
                .ToList();
            return new Entry(function, new TemplateMatcher(template, defaults), rules, RoutePrecedence.ComputeInbound(template));
        }

        public bool Accepts(string method, string path)
        {
            var values = new RouteValueDictionary();
            return (Function.Methods.Count == 0 || Function.Methods.Contains(method, StringComparer.OrdinalIgnoreCase))
                && Matcher.TryMatch(path.StartsWith('/') ? path : "/" + path, values)
                && Constraints.All(constraint => !values.ContainsKey(constraint.Parameter)
                    || constraint.Rule.Match(null, null, constraint.Parameter, values, RouteDirection.IncomingRequest));
        }

        private static IRouteConstraint Resolve(HttpFunction function, string text, IInlineConstraintResolver constraints) =>
            constraints.ResolveConstraint(text)
            ?? throw new StartFailedException($"{function.Name}: the route's constraint '{text}' is not known.");
    }
}
