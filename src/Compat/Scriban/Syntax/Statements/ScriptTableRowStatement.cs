using System.Globalization;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>tablerow: a for that writes the rows and cells of an HTML table.</summary>
public class ScriptTableRowStatement : ScriptForStatement
{
    internal override LoopKind LoopKind => LoopKind.TableRow;

    private protected override bool TakesColumns => true;

    private protected override void Begin(TemplateContext context) => context.Write("<tr class=\"row1\">");

    private protected override void BeginItem(TemplateContext context, LoopScope loop, in LoopOptions options)
    {
        loop.Column = (loop.Index % options.Columns) + 1;
        if (loop.Column == 1 && loop.Index > 0)
        {
            var row = (loop.Index / options.Columns) + 1;
            context.Write("</tr>").Write(context.NewLine).Write("<tr class=\"row").Write(row.ToString(CultureInfo.InvariantCulture)).Write("\">");
        }

        context.Write("<td class=\"col").Write(loop.Column.ToString(CultureInfo.InvariantCulture)).Write("\">");
    }

    private protected override void EndItem(TemplateContext context) => context.Write("</td>");

    private protected override void End(TemplateContext context) => context.Write("</tr>").Write(context.NewLine);
}
