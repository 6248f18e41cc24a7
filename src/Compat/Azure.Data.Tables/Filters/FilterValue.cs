using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace Azure.Data.Tables.Filters;

/// <summary>The side of a comparison that is no property of the row: a constant, or what a captured variable holds now.</summary>
internal static class FilterValue
{
    /// <summary>The value as the column's type, which the compiler may have widened away (an enum to a number, an int to a long).</summary>
    public static object? For(FilterColumn column, Expression expression, ParameterExpression row)
    {
        var value = Of(expression, row);
        if (value is null || value.GetType() == column.ValueType)
        {
            return value;
        }

        if (column.ValueType.IsEnum)
        {
            return value is string ? value : Enum.ToObject(column.ValueType, value);
        }

        return column.ValueType == typeof(int) && value is long number and >= int.MinValue and <= int.MaxValue ? (int)number
            : column.ValueType == typeof(long) && value is int whole ? (long)whole
            : column.ValueType == typeof(double) && value is int or long or float ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
            : value;
    }

    public static object? Of(Expression expression, ParameterExpression row) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo { IsStatic: false } field, Expression: ConstantExpression closure } => field.GetValue(closure.Value),
        _ when MentionsRow.In(expression, row) => throw new NotSupportedException($"A table cannot compare two properties of a row: {expression}."),
        _ => Expression.Lambda(expression).Compile(preferInterpretation: true).DynamicInvoke(),
    };

    public static bool IsZero(Expression expression, ParameterExpression row) => Of(expression, row) is 0;

    private sealed class MentionsRow(ParameterExpression row) : ExpressionVisitor
    {
        private bool _found;

        public static bool In(Expression expression, ParameterExpression row)
        {
            var visitor = new MentionsRow(row);
            visitor.Visit(expression);
            return visitor._found;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _found |= node == row;
            return node;
        }
    }
}
