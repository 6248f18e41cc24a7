using System.Linq.Expressions;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Filters;

/// <summary>A property of the row inside a lambda: what it is stored as, and its type there (object for a dictionary's entry).</summary>
internal sealed record FilterColumn(string Name, Type ValueType)
{
    public static FilterColumn? In(Expression expression, ParameterExpression row) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } cast => In(cast.Operand, row),
        MemberExpression { Member.Name: "Value", Expression: { } inner } when Nullable.GetUnderlyingType(inner.Type) is not null => In(inner, row),
        MemberExpression member when IsRow(member.Expression, row) => new FilterColumn(StoredName(member), Plain(member.Type)),
        MethodCallExpression { Object: { } instance, Arguments: [var key] } call when IsRow(instance, row) && IsEntry(call) =>
            new FilterColumn((string)FilterValue.Of(key, row)!, Plain(call.Type)),
        _ => null,
    };

    private static string StoredName(MemberExpression member) =>
        member.Member.DeclaringType == typeof(TableItem) ? "TableName" : EntityMap.StoredName(member.Member);

    private static bool IsRow(Expression? expression, ParameterExpression row) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } cast => IsRow(cast.Operand, row),
        _ => expression == row,
    };

    // entity["Name"], entity.GetString("Name") and their like.
    private static bool IsEntry(MethodCallExpression call) => call.Method.Name == "get_Item" || call.Method.Name.StartsWith("Get", StringComparison.Ordinal);

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
