namespace Azure.Data.Tables;

/// <summary>What an action of a transaction does to its row.</summary>
public enum TableTransactionActionType
{
    /// <summary>Inserts; fails if the row exists.</summary>
    Add = 0,

    /// <summary>Merges into an existing row; fails if it is missing or its ETag differs.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces an existing row; fails if it is missing or its ETag differs.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes an existing row; fails if it is missing or its ETag differs.</summary>
    Delete = 3,

    /// <summary>Merges into the row, or inserts it.</summary>
    UpsertMerge = 4,

    /// <summary>Replaces the row, or inserts it.</summary>
    UpsertReplace = 5,
}
