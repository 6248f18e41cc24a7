using System.Security.Cryptography;
using System.Text;
using Notifieringar.Web.Family;

namespace Notifieringar.Web;

/// <summary>A style sheet that stands in the page itself, and the policy that allows it and nothing else.</summary>
/// <param name="path">The style sheet's path in the project.</param>
internal sealed class PageStyle(string path)
{
    /// <summary>The style sheet.</summary>
    public string Css { get; } = Embedded.Read(path);

    /// <summary>Allows this style sheet, known by its hash, and forms to ourselves: no script, image or frame at all.</summary>
    public string SecurityPolicy => $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Allows our own scripts besides, what they fetch from us, and frames of our own.</summary>
    public string SecurityPolicyWithScripts => SecurityPolicy + "; script-src 'self'; connect-src 'self'; frame-src 'self'";
}
