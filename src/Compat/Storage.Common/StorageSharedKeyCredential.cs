namespace Azure.Storage;

/// <summary>An account name and key that sign requests to the storage services.</summary>
public class StorageSharedKeyCredential
{
    private byte[] _accountKey;

    /// <summary>Makes a credential of an account's name and its base64 key.</summary>
    /// <exception cref="ArgumentException">The name or the key is empty.</exception>
    /// <exception cref="FormatException">The key is not base64.</exception>
    public StorageSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountName);
        ArgumentException.ThrowIfNullOrEmpty(accountKey);
        AccountName = accountName;
        _accountKey = Convert.FromBase64String(accountKey);
    }

    internal StorageSharedKeyCredential(string accountName, byte[] accountKey)
    {
        AccountName = accountName;
        _accountKey = accountKey;
    }

    /// <summary>The storage account's name.</summary>
    public string AccountName { get; }

    internal ReadOnlySpan<byte> AccountKey => Volatile.Read(ref _accountKey);

    /// <summary>Replaces the key, as when keys are rotated; requests signed from now on use it.</summary>
    public void SetAccountKey(string accountKey) => Volatile.Write(ref _accountKey, Convert.FromBase64String(accountKey));
}
