using System.Text.Json;
using Notifieringar.Model;

namespace Notifieringar.Workflows.Requests;

/// <summary>Something to mend in a request. It never repeats what was sent: that may be personal data.</summary>
/// <param name="Path">Where, for example <c>$.people[1].phone</c>.</param>
/// <param name="Remedy">What to do.</param>
public sealed record RequestProblem(string Path, string Remedy);

/// <summary>One object of a request. Reading notes problems and goes on, so that all of them are named at once.</summary>
internal sealed class RequestNode(JsonElement element, string path, List<RequestProblem> problems)
{
    private const int LongestText = 200;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public string Path => path;

    /// <summary>Reads a request's outermost object; null, with a problem noted, when it is none.</summary>
    public static RequestNode? Of(string json, List<RequestProblem> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new RequestNode(document.RootElement.Clone(), "$", problems);
            }
        }
        catch (JsonException)
        {
            // Said below: an exception's text may hold what was sent.
        }

        problems.Add(new RequestProblem("$", "send an object as JSON"));
        return null;
    }

    /// <summary>A text; null when it is left out, null or blank.</summary>
    public string? Text(string name, bool isRequired = false, bool phoneExpected = false, int longest = LongestText)
    {
        var text = Property(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()!.Trim() : null;
        if (text is null && Has(name))
        {
            Problem(name, "write a text in quotes");
        }
        else if (isRequired && string.IsNullOrEmpty(text))
        {
            Problem(name, "is needed");
        }
        else if (text?.Length > longest)
        {
            Problem(name, $"write at most {longest} characters");
        }
        else if (PersonalIdentityNumber.AppearsIn(text, phoneExpected))
        {
            Problem(name, "remove the personal identity number: this system may not hold one");
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    public bool Flag(string name, bool absent = false)
    {
        var value = Property(name);
        if (value is not (null or { ValueKind: JsonValueKind.True or JsonValueKind.False }))
        {
            Problem(name, "write true or false without quotes");
        }

        return value is null ? absent : value is { ValueKind: JsonValueKind.True };
    }

    public int Number(string name, int least, int most, int absent)
    {
        if (Property(name) is not { } value)
        {
            return absent;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Problem(name, $"write a whole number from {least} to {most}");
        return absent;
    }

    public RequestNode? Object(string name)
    {
        if (Property(name) is { ValueKind: JsonValueKind.Object } value)
        {
            return new RequestNode(value, $"{path}.{name}", problems);
        }

        if (Has(name))
        {
            Problem(name, "write an object in braces");
        }

        return null;
    }

    public IReadOnlyList<RequestNode> Objects(string name)
    {
        var items = Items(name);
        if (items.Any(item => item.ValueKind != JsonValueKind.Object))
        {
            Problem(name, "write objects in braces");
        }

        return [.. items.Index().Where(item => item.Item.ValueKind == JsonValueKind.Object).Select(item => new RequestNode(item.Item, $"{path}.{name}[{item.Index}]", problems))];
    }

    public IReadOnlyList<string> Texts(string name)
    {
        var items = Items(name);
        if (items.Any(item => item.ValueKind != JsonValueKind.String))
        {
            Problem(name, "write texts in quotes");
        }

        return [.. items.Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
    }

    public bool Has(string name) => Property(name) is not null;

    public void Problem(string name, string remedy) => problems.Add(new RequestProblem(name.Length == 0 ? path : $"{path}.{name}", remedy));

    /// <summary>Refuses everything that has not been asked for.</summary>
    public void NothingElse(string remedy)
    {
        foreach (var property in element.EnumerateObject().Where(property => !_read.Contains(property.Name)))
        {
            // A property's name is a client's own words too, but for those that can be one.
            var isName = property.Name.Length <= 40 && property.Name.All(char.IsAsciiLetter);
            Problem(isName ? property.Name : "", isName ? remedy : $"has a property that we do not know; {remedy}");
        }
    }

    private List<JsonElement> Items(string name)
    {
        if (Property(name) is { ValueKind: JsonValueKind.Array } list)
        {
            return [.. list.EnumerateArray()];
        }

        if (Has(name))
        {
            Problem(name, "write a list in square brackets");
        }

        return [];
    }

    private JsonElement? Property(string name)
    {
        _read.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
