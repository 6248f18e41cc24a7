namespace Azure.Data.Tables;

/// <summary>One write of a transaction.</summary>
public class TableTransactionAction
{
    /// <summary>Makes an action without a condition on the row's version.</summary>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <summary>Makes an action. The <paramref name="etag"/> counts for updates and deletes; default means any version.</summary>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    /// <summary>What is done.</summary>
    public TableTransactionActionType ActionType { get; }

    /// <summary>The row, of which a delete uses only the keys.</summary>
    public ITableEntity Entity { get; }

    /// <summary>The version the row must have.</summary>
    public ETag ETag { get; }
}
