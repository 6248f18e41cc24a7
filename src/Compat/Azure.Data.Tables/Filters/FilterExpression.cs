using System.Linq.Expressions;

namespace Azure.Data.Tables.Filters;

/// <summary>Turns a lambda over a row into the service's filter language: comparisons of a property with a value, joined by and, or, not.</summary>
internal static class FilterExpression
{
    /// <exception cref="NotSupportedException">The lambda asks what the service cannot answer.</exception>
    public static string Of(LambdaExpression filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Condition(filter.Body, filter.Parameters[0]);
    }

    private static string Condition(Expression expression, ParameterExpression row) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both =>
            $"({Condition(both.Left, row)}) and ({Condition(both.Right, row)})",
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either =>
            $"({Condition(either.Left, row)}) or ({Condition(either.Right, row)})",
        UnaryExpression { NodeType: ExpressionType.Not } negated => $"not ({Condition(negated.Operand, row)})",
        BinaryExpression comparison => Comparison(comparison, row),
        MethodCallExpression { Method.Name: "Equals" } call => Equality(call, row),
        _ when FilterColumn.In(expression, row) is { } column && column.ValueType == typeof(bool) => $"{column.Name} eq true",
        _ => throw Unsupported(expression),
    };

    private static string Comparison(BinaryExpression comparison, ParameterExpression row)
    {
        var operation = Operator(comparison);
        if (Compared(comparison.Left) is { } ordered && FilterValue.IsZero(comparison.Right, row))
        {
            return Compare(ordered.Left, operation, ordered.Right, row);
        }

        return Compare(comparison.Left, operation, comparison.Right, row);
    }

    private static string Equality(MethodCallExpression call, ParameterExpression row) => call switch
    {
        { Object: { } instance, Arguments: [var other] } => Compare(instance, "eq", other, row),
        { Object: null, Arguments: [var left, var right] } => Compare(left, "eq", right, row),
        _ => throw Unsupported(call),
    };

    private static string Compare(Expression left, string operation, Expression right, ParameterExpression row)
    {
        if (FilterColumn.In(left, row) is { } column)
        {
            return $"{column.Name} {operation} {FilterLiteral.Of(FilterValue.For(column, right, row))}";
        }

        return FilterColumn.In(right, row) is { } mirrored
            ? $"{mirrored.Name} {Mirror(operation)} {FilterLiteral.Of(FilterValue.For(mirrored, left, row))}"
            : throw Unsupported(left);
    }

    // Texts are ordered by string.Compare(a, b), string.CompareOrdinal(a, b) or a.CompareTo(b), against zero.
    private static (Expression Left, Expression Right)? Compared(Expression expression) => expression switch
    {
        MethodCallExpression { Method.Name: "Compare" or "CompareOrdinal", Object: null, Arguments: [var left, var right] } => (left, right),
        MethodCallExpression { Method.Name: "CompareTo", Object: { } left, Arguments: [var right] } => (left, right),
        _ => null,
    };

    private static string Operator(BinaryExpression comparison) => comparison.NodeType switch
    {
        ExpressionType.Equal => "eq",
        ExpressionType.NotEqual => "ne",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        _ => throw Unsupported(comparison),
    };

    private static string Mirror(string operation) => operation switch
    {
        "gt" => "lt",
        "ge" => "le",
        "lt" => "gt",
        "le" => "ge",
        _ => operation,
    };

    private static NotSupportedException Unsupported(Expression expression) => new($"A table cannot be asked for {expression}.");
}
