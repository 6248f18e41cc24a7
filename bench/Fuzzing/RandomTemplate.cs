using System.Text;

namespace Notifieringar.Bench.Fuzzing;

/// <summary>A template made up from the grammar: mostly well formed, seldom meaningful.</summary>
internal sealed class RandomTemplate(Random random)
{
    private static readonly string[] Names = ["x", "y", "f", "c", "$1", "this", "host_loan", "host_list", "i"];

    private static readonly string[] Operators =
        [" + ", " - ", " * ", " / ", " // ", " % ", " << ", " >> ", " == ", " != ", " < ", " >= ", " && ", " || ", " ?? ", " ?! ", " .. ", " ..< "];

    private static readonly string[] Literals =
        ["0", "1", "-1", "7", "900", "1.5", "2.5m", "true", "null", "empty", "'a'", "'åä'", "''", "'1'", "[1, 2]", "{a: 1, b: 'c'}", "1..5", "`v`", "$'{x}'"];

    private readonly StringBuilder _text = new();

    public string Write()
    {
        for (var left = random.Next(1, 12); left > 0; left--)
        {
            Statement(0);
        }

        return _text.ToString();
    }

    private void Statement(int depth)
    {
        var kind = random.Next(depth > 5 ? 5 : 15);
        _ = kind switch
        {
            0 => _text.Append("text \n  "),
            1 or 2 => _text.Append("{{ ").Append(Expression(0)).Append(" }}"),
            3 or 4 => _text.Append("{{ ").Append(Name()).Append(random.Next(3) == 0 ? " += " : " = ").Append(Expression(0)).Append(" }}"),
            5 => Block($"if {Expression(1)}", depth, random.Next(2) == 0 ? "else" : null),
            6 => Block($"for {Name()} in {Expression(1)}", depth, random.Next(4) == 0 ? "else" : null),
            7 => Block($"while {Expression(1)}", depth, null),
            8 => Block($"func {Name()}{(random.Next(2) == 0 ? "(x, y = 1, i...)" : "")}", depth, null),
            9 => Block($"capture {Name()}", depth, null),
            10 => Block($"with {Expression(1)}", depth, null),
            11 => Block($"tablerow x in {Expression(1)} cols:2", depth, null),
            12 => Block($"case {Expression(1)}; when {Expression(2)}", depth, "else"),
            13 => Block($"wrap {Name()} {Expression(2)}", depth, null),
            _ => _text.Append("{{ ").Append(Words.Any(random)).Append(" }}"),
        };
    }

    private StringBuilder Block(string head, int depth, string? second)
    {
        _text.Append("{{~ ").Append(head).Append(" }}");
        Body(depth);
        if (second is not null)
        {
            _text.Append("{{ ").Append(second).Append(" }}");
            Body(depth);
        }

        return _text.Append("{{ end -}}");
    }

    private void Body(int depth)
    {
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            Statement(depth + 1);
        }
    }

    private string Expression(int depth) => random.Next(depth > 4 ? 3 : 12) switch
    {
        0 => Literals[random.Next(Literals.Length)],
        1 => Name(),
        2 => Words.HiddenMember(random),
        3 or 4 => Expression(depth + 1) + Operators[random.Next(Operators.Length)] + Expression(depth + 1),
        5 => $"({Expression(depth + 1)})",
        6 or 7 => $"({Expression(depth + 1)} | {Words.Function(random)} {Expression(depth + 1)})",
        8 => $"{Words.Function(random)}({Expression(depth + 1)}, {Expression(depth + 1)})",
        9 => $"{Name()}[{Expression(depth + 1)}]",
        10 => $"({Expression(depth + 1)} ? {Expression(depth + 1)} : {Expression(depth + 1)})",
        _ => $"(1{Words.TooMuch(random)})",
    };

    private string Name() => Names[random.Next(Names.Length)];
}
