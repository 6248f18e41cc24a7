using System.Collections;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>The numbers of 1..5, counted when they are read.</summary>
internal sealed class IntegerRange(long from, int count, int step) : IEnumerable<object>
{
    public int Count => count;

    public object this[int index] => IntegerOperators.Smallest(from + ((long)index * step));

    public IEnumerator<object> GetEnumerator()
    {
        for (var index = 0; index < count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
