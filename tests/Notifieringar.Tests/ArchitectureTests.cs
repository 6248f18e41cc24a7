using System.Reflection;
using System.Xml.Linq;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Discovery;
using Notifieringar.Planning.Notices;
using Notifieringar.Records.Storage;

namespace Notifieringar.Tests;

/// <summary>The house as it is drawn in docs/architecture.md.</summary>
public sealed class ArchitectureTests
{
    private const int LongestFunction = 15;

    private static readonly Assembly FunctionApp = typeof(Notifieringar.Functions.DispatchChunk).Assembly;

    /// <summary>The star: what each project may name. Stages know the model and nothing of each other.</summary>
    private static readonly Dictionary<string, (string[] Projects, string[] Sdks)> Star = new(StringComparer.Ordinal)
    {
        ["Model"] = ([], []),
        ["Planning"] = (["Model"], []),
        ["Templates"] = (["Model"], ["Scriban"]),
        ["Delivery"] = (["Model"], ["Azure.Communication.Sms", "SendGrid"]),
        ["Records"] = (["Model"], ["Azure.Data.Tables", "Azure.Storage.Blobs", "Azure.Storage.Queues"]),
        ["Workflows"] = (["Delivery", "Planning", "Records", "Templates"], []),
        ["Web"] = (["Workflows"], []),
        ["Functions"] = (["Web"], ["Microsoft.Azure.Functions.Worker"]),
        ["LocalHost"] = (["Workflows"], ["Azure.Data.Tables", "Azure.Storage.Blobs", "Azure.Storage.Queues"]),
    };

    public static TheoryData<string> Projects => [.. RepositoryFiles.ProductProjects.Select(path => Path.GetFileNameWithoutExtension(path))];

    public static TheoryData<string> FunctionNames => [.. Found().Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_AreThoseOfTheStar(string project)
    {
        Assert.True(Star.TryGetValue(project, out var allowed), $"Say in the star of {nameof(ArchitectureTests)} what {project} may reference.");
        var file = XDocument.Load(RepositoryFiles.ProductProjects.Single(path => Path.GetFileNameWithoutExtension(path) == project));

        // A host starts the function app as a process: it is built along, but never loaded.
        var projects = Included(file, "ProjectReference", item => (string?)item.Attribute("ReferenceOutputAssembly") != "false")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        Assert.Empty(projects.Except(allowed.Projects));
        Assert.Empty(Included(file, "VendorSdk", _ => true).Except(allowed.Sdks));
    }

    [Theory]
    [InlineData(typeof(Notifieringar.Model.Person))]
    [InlineData(typeof(NoticePlanner))]
    public void ModelAndPlanning_UseNothingButNodaTime(Type inAssembly)
    {
        var foreign = inAssembly.Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("NodaTime" or "Notifieringar.Model"));

        Assert.Empty(foreign);
    }

    [Fact]
    public void ProductCode_NeverAsksWhichSdkItIsBuiltWith() =>
        Assert.DoesNotContain(RepositoryFiles.ProductSources, path => File.ReadLines(path).Any(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal)));

    [Fact]
    public void HttpRoutes_NeverReachATimerOrAQueue()
    {
        var functions = Found(); // throws when the rule is broken
        var names = functions.Select(function => function.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var firstSegments = functions.Where(function => function.Http is not null).Select(function => function.Http!.Route!.Split('/')[0]).ToList();

        Assert.NotEmpty(firstSegments);
        Assert.DoesNotContain(firstSegments, names.Contains);
        Assert.Equal(firstSegments.Count, firstSegments.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Queues_AndTheirPoisonQueues_EachHaveOneFunctionThatReadsThem()
    {
        var queues = typeof(Queues).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(name => name != Queues.Poison)
            .SelectMany(name => new[] { name, name + Queues.Poison });
        var read = Found().Select(function => function.Trigger).OfType<QueueTriggerAttribute>().Select(trigger => trigger.QueueName);

        Assert.Equal(queues.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(FunctionNames))]
    public void Function_StandsInAFileOfItsNameAndIsShort(string function)
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "src", "Functions", function + ".cs"));
        var attribute = Array.FindIndex(lines, line => line.Trim() == $"[Function(nameof({function}))]");

        Assert.True(attribute >= 0, $"{function}.cs holds no [Function(nameof({function}))].");
        Assert.InRange(BodyLength(lines.AsSpan(attribute)), 1, LongestFunction);
    }

    private static IReadOnlyList<FoundFunction> Found() => FunctionCatalog.Find(FunctionApp.GetTypes());

    private static IEnumerable<string> Included(XDocument project, string item, Func<XElement, bool> counts) =>
        project.Descendants(item).Where(counts).Select(element => (string)element.Attribute("Include")!);

    /// <summary>Lines of the first member's body; the build's formatting rules say where braces and arrows stand.</summary>
    private static int BodyLength(ReadOnlySpan<string> lines)
    {
        for (var start = 0; start < lines.Length; start++)
        {
            if (lines[start] == "    {")
            {
                return lines[start..].IndexOf("    }") - 1;
            }

            if (lines[start].Contains(" =>", StringComparison.Ordinal))
            {
                var end = start;
                while (!lines[end].EndsWith(';'))
                {
                    end++;
                }

                return end - start + 1;
            }
        }

        return 0;
    }
}
