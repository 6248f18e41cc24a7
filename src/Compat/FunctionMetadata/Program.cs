using FunctionMetadata;

// Build step: FunctionMetadata <assembly> <output folder> <source host.json> <executable>
if (args.Length != 4)
{
    Console.Error.WriteLine("FunctionMetadata : error FM0002: say: FunctionMetadata <assembly> <output folder> <host.json> <executable>");
    return 2;
}

try
{
    FunctionFolders.Write(DeclarationReader.Read(args[0]), args[1]);
    HostFile.Write(args[2], args[1], args[3]);
    return 0;
}
catch (InvalidOperationException mistake)
{
    // MSBuild reads this form and fails the build with the sentence.
    Console.Error.WriteLine($"FunctionMetadata : error FM0001: {mistake.Message}");
    return 1;
}
