using Storage.Common;

namespace Azure.Data.Tables;

/// <summary>A storage account's name and one of its keys, for signing requests.</summary>
public class TableSharedKeyCredential
{
    private volatile byte[] _key;

    /// <summary>Makes a credential.</summary>
    /// <exception cref="FormatException">The key is not base64.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountName);
        ArgumentException.ThrowIfNullOrEmpty(accountKey);
        AccountName = accountName;
        _key = Convert.FromBase64String(accountKey);
    }

    /// <summary>The account's name.</summary>
    public string AccountName { get; }

    /// <summary>Changes the key, for clients in use too: a key can be rotated without a restart.</summary>
    /// <exception cref="FormatException">The key is not base64; the old key stays.</exception>
    public void SetAccountKey(string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountKey);
        _key = Convert.FromBase64String(accountKey);
    }

    internal string Sign(string stringToSign) => SharedKeyHmac.Sign(_key, stringToSign);
}
