using Azure;
using Microsoft.AspNetCore.Http;
using Notifieringar.Model;
using Notifieringar.Records.Auditing;
using Notifieringar.Web.Staff;
using Notifieringar.Workflows;
using Notifieringar.Workflows.Auditing;
using Notifieringar.Workflows.Reaching;
using NodaTime.Testing;

namespace Notifieringar.Tests.Web.Staff;

/// <summary>The log of what staff do, on an installation whose storage does not answer.</summary>
public sealed class StaffAuditTests
{
    [Fact]
    public async Task RunAsync_WhatCannotBeNoted_IsNotDone()
    {
        var audit = new StaffAudit(new KeepAudit(new AuditTable(NoStorage.Tables()), new FakeClock(Some.PlannedAt)), new AuditText(new ContactHashes(new byte[32])));
        var request = new DefaultHttpContext().Request;
        request.Form = new FormCollection(new() { ["sjuk"] = "Par 1" });
        var who = new StaffMember("anna", "Anna Bokström");
        var view = new StaffView(Some.Rules(), "idag", who, [Some.Rules()], "kvitto", "", null, []);
        var isDone = false;

        await Assert.ThrowsAsync<RequestFailedException>(() => audit.RunAsync(
            new StaffRequest(request, who, Some.Rules(), [StaffRole.Staff], [], view),
            "idag",
            () =>
            {
                isDone = true;
                return Task.FromResult<IResult?>(null);
            },
            CancellationToken.None));

        Assert.False(isDone);
    }
}
