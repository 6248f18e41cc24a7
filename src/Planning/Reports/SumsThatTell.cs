namespace Notifieringar.Planning.Reports;

/// <summary>Finds the unknowns that equations settle, whatever else is unknown: after elimination each stands alone in a row.</summary>
internal static class SumsThatTell
{
    private const double Zero = 1e-9;

    /// <summary>Finds them.</summary>
    /// <param name="rows">The equations' coefficients, a row for each; they are changed.</param>
    /// <returns>The columns of the unknowns.</returns>
    public static IEnumerable<int> All(double[][] rows)
    {
        var pivot = 0;
        var columns = rows.Length == 0 ? 0 : rows[0].Length;
        for (var column = 0; column < columns && pivot < rows.Length; column++)
        {
            var best = Enumerable.Range(pivot, rows.Length - pivot).MaxBy(row => Math.Abs(rows[row][column]));
            if (Math.Abs(rows[best][column]) < Zero)
            {
                continue;
            }

            (rows[pivot], rows[best]) = (rows[best], rows[pivot]);
            Eliminate(rows, pivot, column);
            pivot++;
        }

        return rows.Where(row => row.Count(value => Math.Abs(value) > Zero) == 1).Select(row => Array.FindIndex(row, value => Math.Abs(value) > Zero));
    }

    private static void Eliminate(double[][] rows, int pivot, int column)
    {
        var own = rows[pivot];
        var by = own[column];
        for (var index = 0; index < own.Length; index++)
        {
            own[index] /= by;
        }

        foreach (var row in rows.Where(row => !ReferenceEquals(row, own) && Math.Abs(row[column]) > Zero))
        {
            var factor = row[column];
            for (var index = 0; index < row.Length; index++)
            {
                row[index] -= factor * own[index];
            }
        }
    }
}
