namespace Notifieringar.Web.Staff;

/// <summary>How staff sign in.</summary>
/// <param name="TrustsSignIn">True where a sign-in stands before the app and writes who it is into a header that no client can set: App Service
/// Authentication, or the local machine. Without it nobody is let in.</param>
/// <param name="SignInPath">Where one signs in, on this site.</param>
public sealed record AccessOptions(bool TrustsSignIn, string SignInPath)
{
    /// <summary>The setting of <see cref="TrustsSignIn"/>.</summary>
    public const string TrustSetting = "Access:TrustSignIn";

    /// <summary>The setting of <see cref="SignInPath"/>.</summary>
    public const string PathSetting = "Access:SignInPath";

    /// <summary>App Service Authentication with Microsoft Entra ID.</summary>
    public const string DefaultPath = "/.auth/login/aad";
}
