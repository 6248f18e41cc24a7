using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Notifieringar.Templates;

/// <summary>One object of a programme file. Reading notes mistakes and goes on, so that a file's mistakes are all named at once.</summary>
internal sealed class ProgrammeNode(JsonElement element, string path, List<ProgrammeProblem> problems)
{
    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>True while nothing in the whole file has been found wrong.</summary>
    public bool IsFaultless => problems.Count == 0;

    public string Text(string name)
    {
        if (Property(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { } text && text.Trim().Length > 0)
        {
            return text;
        }

        Problem(name, ProgrammeFault.NotText);
        return "";
    }

    public string Id(string name)
    {
        var id = Text(name);
        if (id.Length > 0 && !id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'))
        {
            Problem(name, ProgrammeFault.NotAnId);
        }

        return id;
    }

    public int Number(string name, int least, int? absent = null)
    {
        var value = Property(name);
        if (value is null && absent is { } chosen)
        {
            return chosen;
        }

        if (value is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole) && whole >= least)
        {
            return whole;
        }

        Problem(name, ProgrammeFault.NotANumber, least.ToString(CultureInfo.InvariantCulture));
        return least;
    }

    public T Word<T>(string name, params (string Word, T Meaning)[] words)
    {
        var text = Property(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
        foreach (var (word, meaning) in words)
        {
            if (word == text)
            {
                return meaning;
            }
        }

        Problem(name, ProgrammeFault.UnknownWord, Listed(words.Select(known => known.Word)));
        return words[0].Meaning;
    }

    public bool Has(string name) => Property(name) is not null;

    public bool Flag(string name)
    {
        if (Property(name) is not { } value)
        {
            return false;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Problem(name, ProgrammeFault.NotAFlag);
        return false;
    }

    public ImmutableArray<T> Words<T>(string name, params (string Word, T Meaning)[] words)
    {
        if (Property(name) is not { ValueKind: JsonValueKind.Array } list)
        {
            Problem(name, ProgrammeFault.NotAList);
            return [];
        }

        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var item in list.EnumerateArray())
        {
            var text = item.ValueKind == JsonValueKind.String ? item.GetString() : null;
            var known = Array.FindIndex(words, word => word.Word == text);
            if (known < 0 || found.Contains(words[known].Meaning))
            {
                Problem(name, ProgrammeFault.UnknownWords, Listed(words.Select(word => word.Word)));
                return [];
            }

            found.Add(words[known].Meaning);
        }

        return found.ToImmutable();
    }

    public LocalTime? OptionalTime(string name)
    {
        if (Property(name) is not { } value)
        {
            return null;
        }

        var read = TimeOfDay.Parse(value.ValueKind == JsonValueKind.String ? value.GetString()! : "");
        if (read.Success)
        {
            return read.Value;
        }

        Problem(name, ProgrammeFault.NotATime);
        return null;
    }

    public ProgrammeNode Object(string name)
    {
        if (Property(name) is { ValueKind: JsonValueKind.Object } value)
        {
            return new ProgrammeNode(value, $"{path}.{name}", problems);
        }

        Problem(name, ProgrammeFault.NotAnObject);
        return new ProgrammeNode(default, $"{path}.{name}", []);
    }

    public ImmutableArray<ProgrammeNode> Objects(string name)
    {
        if (Property(name) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0)
        {
            Problem(name, ProgrammeFault.NoObjects);
            return [];
        }

        var nodes = ImmutableArray.CreateBuilder<ProgrammeNode>();
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                nodes.Add(new ProgrammeNode(item, $"{path}.{name}[{index}]", problems));
            }
            else
            {
                Problem($"{name}[{index}]", ProgrammeFault.NotAnObject);
            }
        }

        return nodes.ToImmutable();
    }

    public void Ignore(string name) => _read.Add(name);

    public void Problem(string name, ProgrammeFault fault, string value = "") => problems.Add(new ProgrammeProblem($"{path}.{name}", fault, value));

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"\"{word}\""));

    /// <summary>Ends the reading: what nobody has read is a misspelling.</summary>
    public void NothingElse()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in element.EnumerateObject().Where(property => !_read.Contains(property.Name)))
        {
            Problem(property.Name, ProgrammeFault.UnknownName, string.Join(", ", _read.Order(StringComparer.Ordinal)));
        }
    }

    private JsonElement? Property(string name)
    {
        _read.Add(name);
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
    }
}
