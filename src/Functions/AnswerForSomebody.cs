using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Notifieringar.Model;
using Notifieringar.Workflows;

namespace Notifieringar.Functions;

/// <summary>An answer that staff were given: <c>POST /answers/{unit}</c> with person, occasion and answer (docs/occasions.md).</summary>
/// <param name="workflow">The workflow.</param>
public sealed class AnswerForSomebody(AnswerOnBehalf workflow)
{
    /// <summary>Runs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>204 once it is stored; 400 with what to mend; 404; 409 with why it changes nothing.</returns>
    [Function(nameof(AnswerForSomebody))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "answers/{unit}")] HttpRequest request, string unit, CancellationToken cancellation) =>
        ChangeAnswer.Of(await workflow.RunAsync(new UnitId(unit), await ChangeAnswer.OrderAsync(request, cancellation), cancellation));
}
