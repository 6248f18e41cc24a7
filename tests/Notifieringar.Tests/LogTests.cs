using System.Reflection;
using Microsoft.Extensions.Logging;
using Notifieringar.Model;
using Notifieringar.Workflows.Aging;

namespace Notifieringar.Tests;

/// <summary>Every line that the product logs: it has an id of its own, and can hold no family.</summary>
public sealed class LogTests
{
    // Numbers, words of ours, and ids of units and occasions. Ids of people are none of them, nor is an exception, whose message may hold anything.
    private static readonly Type[] Allowed = [typeof(ILogger), typeof(string), typeof(int), typeof(bool), typeof(UnitId), typeof(OccasionId), typeof(AgingCounts)];

    private static readonly string[] Forbidden = ["name", "phone", "number", "email", "address", "text", "body", "answer", "person", "contact", "message", "url", "household", "family", "child"];

    private static readonly (MethodInfo Method, LoggerMessageAttribute Line)[] Lines =
    [
        .. new[] { "Delivery", "Functions", "Planning", "Records", "Templates", "Web", "Workflows" }
            .SelectMany(project => Assembly.Load($"Notifieringar.{project}").GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(method => (method, method.GetCustomAttribute<LoggerMessageAttribute>()!))
            .Where(pair => pair.Item2 is not null),
    ];

    [Fact]
    public void EventIds_AreUniqueInTheirCategory()
    {
        Assert.True(Lines.Length > 50);
        var twice = Lines.GroupBy(line => (line.Method.DeclaringType!.DeclaringType, line.Line.EventId)).Where(same => same.Count() > 1);

        Assert.Empty(twice.Select(same => $"{same.Key.DeclaringType}: {same.Key.EventId}"));
        Assert.All(Lines, line => Assert.True(line.Line.EventId > 0, line.Line.Message));
    }

    [Fact]
    public void Parameters_AreOfTypesThatHoldNoFamily() => Assert.All(
        Lines.SelectMany(line => line.Method.GetParameters()),
        parameter => Assert.True(
            Allowed.Contains(parameter.ParameterType) || parameter.ParameterType.IsEnum, $"{parameter.Member.DeclaringType}: {parameter.ParameterType.Name} {parameter.Name}"));

    [Fact]
    public void Texts_AreNeverCalledAsWhatBelongsToAFamily() => Assert.All(
        Lines.SelectMany(line => line.Method.GetParameters()).Where(parameter => parameter.ParameterType == typeof(string)),
        parameter => Assert.DoesNotContain(parameter.Name!, Forbidden, StringComparer.OrdinalIgnoreCase));
}
