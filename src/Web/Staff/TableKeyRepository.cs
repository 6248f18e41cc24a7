using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Notifieringar.Records.Settings;

namespace Notifieringar.Web.Staff;

/// <summary>The framework's keys in Table Storage. It asks for them seldom, and not asynchronously.</summary>
/// <param name="ring">The keys.</param>
internal sealed class TableKeyRepository(KeyRing ring) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Task.Run(ring.ReadAsync).GetAwaiter().GetResult().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        Task.Run(() => ring.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting))).GetAwaiter().GetResult();
    }
}
