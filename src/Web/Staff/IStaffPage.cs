using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;

namespace Notifieringar.Web.Staff;

/// <summary>A request to one of a unit's pages, by somebody who may see it.</summary>
/// <param name="Http">The request.</param>
/// <param name="Who">Who asks.</param>
/// <param name="Rules">The unit.</param>
/// <param name="Roles">What they may do here.</param>
/// <param name="Rest">What stands in the path after the page's name.</param>
/// <param name="View">What every page shows.</param>
internal sealed record StaffRequest(
    HttpRequest Http, StaffMember Who, UnitRules Rules, ImmutableHashSet<StaffRole> Roles, ImmutableArray<string> Rest, StaffView View)
{
    /// <summary>A field of the form that is posted; empty when it is not there.</summary>
    public string Field(string name) => Http.Form[name].ToString();

    /// <summary>The way back to a page, which then says what has been done.</summary>
    public IResult Back(string page, string said) => new Family.SeeOtherResult($"/personal/{Rules.Unit}/{page}?sagt={said}");
}

/// <summary>One of staff's pages.</summary>
internal interface IStaffPage
{
    /// <summary>Its name in the path, and the key of its texts.</summary>
    string Name { get; }

    /// <summary>The longest form it takes, in bytes.</summary>
    long LongestForm => 64 * 1024;

    /// <summary>The role without which it does not exist; null for one that everybody with a role in the unit may open.</summary>
    StaffRole? OpenTo => null;

    /// <summary>Answers GET.</summary>
    /// <returns>A page or a file; null for what does not exist.</returns>
    Task<IResult?> ShowAsync(StaffRequest request, CancellationToken cancellation);

    /// <summary>The role that a form needs; null for a form that does not exist.</summary>
    StaffRole? RoleFor(StaffRequest request);

    /// <summary>False for a form that changes nothing and only shows something: it is not noted in the log.</summary>
    bool Changes(StaffRequest request) => true;

    /// <summary>Answers POST, after role and token are checked.</summary>
    Task<IResult?> DoAsync(StaffRequest request, CancellationToken cancellation);
}
