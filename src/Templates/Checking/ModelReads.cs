using Scriban.Syntax;

namespace Notifieringar.Templates.Checking;

/// <summary>The names a text reads and those it sets itself, from its syntax tree; branches that would not run count too.</summary>
internal sealed class ModelReads
{
    // for.index and the like read the loop, not the model.
    private static readonly string[] Loops = ["for", "while", "tablerow"];

    private readonly List<ModelRead> _reads = [];
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly Stack<string> _inside = new();

    private ModelReads()
    {
    }

    /// <summary>All reads of names that the text does not set itself, in order.</summary>
    public IEnumerable<ModelRead> All => _reads.Where(read => !_own.Contains(read.Root) && !Loops.Contains(read.Root));

    public bool Sets(string name) => _own.Contains(name);

    public static ModelReads In(ScriptPage? page)
    {
        var reads = new ModelReads();
        if (page is not null)
        {
            reads.Visit(page);
        }

        return reads;
    }

    private void Visit(ScriptNode? node)
    {
        switch (node)
        {
            case null:
                break;
            case ScriptMemberExpression or ScriptIndexerExpression or ScriptVariableGlobal:
                VisitPath((ScriptExpression)node);
                break;
            case ScriptAssignExpression { Target: ScriptVariableGlobal target } assign:
                Visit(assign.Value);
                _own.Add(target.Name);
                break;
            case ScriptCaptureStatement { Target: ScriptVariableGlobal target } capture:
                Visit(capture.Body);
                _own.Add(target.Name);
                break;
            case ScriptForStatement loop:
                VisitLoop(loop);
                break;
            case ScriptWithStatement with:
                VisitWith(with);
                break;
            case ScriptFunction function:
                VisitFunction(function);
                break;
            case ScriptNamedArgument argument:
                Visit(argument.Value);
                break;
            case ScriptObjectMember member:
                Visit(member.Value);
                break;
            default:
                VisitChildren(node);
                break;
        }
    }

    private void VisitChildren(ScriptNode node)
    {
        foreach (var child in node.Children)
        {
            Visit(child);
        }
    }

    private void VisitLoop(ScriptForStatement loop)
    {
        Visit(loop.Iterator);
        if (loop.Variable is ScriptVariableGlobal variable)
        {
            _own.Add(variable.Name);
        }

        Visit(loop.NamedArguments);
        Visit(loop.Body);
        Visit(loop.Else);
    }

    private void VisitWith(ScriptWithStatement with)
    {
        Visit(with.Name);
        _inside.Push(PathOf(with.Name) ?? "");
        Visit(with.Body);
        _inside.Pop();
    }

    private void VisitFunction(ScriptFunction function)
    {
        if (function.NameOrDoToken is ScriptVariableGlobal name)
        {
            _own.Add(name.Name);
        }

        foreach (var parameter in function.Parameters ?? [])
        {
            _own.Add(parameter.Name.Name);
        }

        Visit(function.Body);
    }

    private void VisitPath(ScriptExpression node)
    {
        if (PathOf(node) is { } path)
        {
            _reads.Add(new ModelRead(Inside(path), SourcePlace.Of(node.Span.Start)));
            return;
        }

        // A computed member: what it is computed from is read in any case.
        if (node is ScriptIndexerExpression indexer)
        {
            Visit(indexer.Target);
            Visit(indexer.Index);
        }
        else if (node is ScriptMemberExpression member)
        {
            Visit(member.Target);
        }
    }

    // Inside with, a bare name is first a member of what was named there.
    private string Inside(string path) =>
        _inside.Where(scope => ModelPaths.Values.Contains($"{scope}.{path}")).Select(scope => $"{scope}.{path}").FirstOrDefault() ?? path;

    private static string? PathOf(ScriptExpression node) => node switch
    {
        ScriptVariableGlobal variable => variable.Name,
        ScriptMemberExpression member when PathOf(member.Target) is { } target => $"{target}.{member.Member.Name}",
        ScriptIndexerExpression { Index: ScriptLiteral { Value: string name } } indexer when PathOf(indexer.Target) is { } target => $"{target}.{name}",
        _ => null,
    };
}
