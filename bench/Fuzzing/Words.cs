namespace Notifieringar.Bench.Fuzzing;

/// <summary>Words that mean something in a template, those that ask for too much, and names of .NET members nobody has given.</summary>
internal static class Words
{
    private static readonly string[] Language =
    [
        " if ", " else ", " else if ", " end ", " for x in ", " while ", " case ", " when ", " func f ", " func f(x) ", " do ", " ret ", " capture c ",
        " with ", " wrap ", " import ", " readonly ", " break ", " continue ", " tablerow x in ", " this ", " in ", " empty ", " null ", " true ",
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", "#", "##", ";", "\n", "(", ")", "[", "]", "{", "}", "$", "$0", "$$", "$\"{", "}\"", "`", "'", "\"",
        " | ", " |> ", " ?? ", " ?! ", " ? ", " : ", " && ", " || ", " .. ", " ..< ", " + ", " - ", " * ", " / ", " // ", " % ", " << ", " >> ", " == ", " = ",
        " += ", "++", "--", "!", "@", "^", "?.", ".", ",", "\\", "\0", "\u2066", "\uD83D", "å",
    ];

    private static readonly string[] Excess =
    [
        "2147483647", "-2147483648", "9223372036854775807", "9999999999999999999999", "1e308", "1e99999", "1e999999999", "0.1m", "0x7FFFFFFFFFFFFFFFF",
        " (1..900) ", " 1..2147483647 ", " ('a' * 1000000) ", " ('<' * 1000000) ", " (1 << 1000000) ", " | string.pad_left 1000000 ", " | string.pad_right 2147483647 ",
        " | string.replace 'a' ('b' * 1000) ", " | regex.replace '' ('$_' * 1000) ", " | regex.match '^(a+)+$' ", " | regex.split '' ", " | regex.matches '.' ",
        " | math.format 'D999999999' ", " | object.format 'N999999999' ", " | string.escape ", " | html.url_escape ", " | object.to_json ", " | array.sort ",
        " | array.concat x ", " | array.insert_at 2147483647 1 ", " | array.each @f ", " | object.eval ", " | object.eval_template ", "; x = x + x; ", "; x = [x, x]; ",
        "; x = array.concat x x; ", "; x = x | string.escape; ", "; x[900] = x; ", "; x = x * 1000; ", "; x = x << x; ", "; x.x = x; ", "; f; f; ", " x == x ",
    ];

    private static readonly string[] Functions =
    [
        " string.upcase ", " string.slice ", " string.truncate ", " string.split ", " string.index_of ", " string.to_int ", " string.hmac_sha256 ", " array.map ",
        " array.filter ", " array.join ", " array.cycle ", " array.limit ", " array.offset ", " array.reverse ", " array.uniq ", " array.remove_at ", " array.any ",
        " date.now ", " date.parse ", " date.to_string ", " date.add_days ", " math.round ", " math.divided_by ", " math.random ", " object.keys ", " object.default ",
        " object.from_json ", " object.has_key ", " object.kind ", " timespan.parse ", " timespan.from_days ", " html.strip ", " html.escape ", " include 'a' ",
        " include_join ['a'] 'b' ", " raw_args ", " twice ", " lib.boom ", " lib.join_all ", " host_loan ", " host_list ", " host_dict ", " for.index ", " while.index ",
    ];

    private static readonly string[] Hidden =
    [
        "host_loan.secret_note", "host_loan.internal_note", "host_loan.describe", "host_loan.ignored", "host_loan.static_note", "host_loan.get_type", "host_loan.GetType",
        "host_loan['SecretNote']", "host_loan.branch.get_type", "host_list.sync_root", "host_array.clone", "date.now.get_type", "lib.get_type", "lib.equals", "twice.method",
        "twice.target", "raw_args.invoke", "f.body", "this.get_type", "c.builder", "''.get_type", "1.get_type", "array.get_type", "string.clone",
    ];

    private static readonly string[][] Kinds = [Language, Excess, Functions, Hidden];

    public static string Any(Random random)
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        return kind[random.Next(kind.Length)];
    }

    public static string Function(Random random) => Functions[random.Next(Functions.Length)].Trim();

    public static string HiddenMember(Random random) => Hidden[random.Next(Hidden.Length)];

    public static string TooMuch(Random random) => Excess[random.Next(Excess.Length)];
}
