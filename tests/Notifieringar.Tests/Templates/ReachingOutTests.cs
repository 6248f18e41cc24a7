using Notifieringar.Templates;

namespace Notifieringar.Tests.Templates;

/// <summary>Texts that try to reach what stands behind their values.</summary>
public sealed class ReachingOutTests
{
    [Theory]
    [InlineData("{{ sender.get_type }}")]
    [InlineData("{{ sender.GetType }}")]
    [InlineData("{{ 'a'.GetType.Assembly }}")]
    [InlineData("{{ 'a'.get_type.full_name }}")]
    [InlineData("{{ visit.time.get_type }}")]
    [InlineData("{{ this.get_type }}")]
    [InlineData("{{ [1].get_type.assembly.location }}")]
    [InlineData("{{ include '/etc/passwd' }}")]
    [InlineData("{{ import 'System.IO.File' }}")]
    [InlineData("{{ System.IO.File.ReadAllText '/etc/passwd' }}")]
    [InlineData("{{ object.eval 'this.get_type' }}")]
    [InlineData("{{ $.host }}{{ builtins }}")]
    [InlineData("{{ (@sender.name).Method }}")]
    public void Render_ATextThatReachesForDotNet_GetsNothing(string source)
    {
        if (SomeNotice.Render(source + "x") is RenderOutcome.Rendered { Text.Body: var body })
        {
            Assert.DoesNotContain("System.", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Runtime", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Notifieringar.", body, StringComparison.Ordinal);
            Assert.DoesNotContain("root:", body, StringComparison.Ordinal);
            Assert.DoesNotContain(".dll", body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{{ include '/etc/passwd' }}x")]
    [InlineData("{{ sender.get_type }}x")]
    [InlineData("{{ System.IO.File }}x")]
    [InlineData("{{ System }}x")]
    [InlineData("{{ date.now }}x")]
    [InlineData("{{ 'x' | object.typeof }}x")]
    public void Render_WhatIsNotThere_IsRefused(string source) => Assert.IsNotType<RenderOutcome.Rendered>(SomeNotice.Render(source));
}
