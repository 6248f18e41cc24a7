using Notifieringar.Workflows.Importing;
using NodaTime;

namespace Notifieringar.Tests.Workflows.Importing;

public sealed class RowTests
{
    [Theory]
    [InlineData("2024-09-01")]
    [InlineData("24-09-01")]
    [InlineData("01.09.2024")]
    [InlineData("1.9.2024")]
    [InlineData("1/9/24")]
    [InlineData("01/09/2024")]
    [InlineData("2024/09/01")]
    [InlineData("01-09-2024")]
    [InlineData("20240901")]
    [InlineData("240901")]
    [InlineData("45536")]
    [InlineData("2024-09-01 00:00:00")]
    [InlineData("2024-09-01T00:00:00")]
    [InlineData("1 sep 2024")]
    [InlineData("1 september 2024")]
    [InlineData(" 2024-09-01\u00A0")]
    [InlineData("'2024-09-01")]
    public void BirthDate_HoweverWritten_IsTheSameDay(string text) =>
        Assert.Equal(new LocalDate(2024, 9, 1), Csv.Stored(Csv.With(("Födelsedatum", text))).ChildBirthDate);

    [Theory]
    [InlineData("", FindingCode.MissingBirthDate)]
    [InlineData("i höstas", FindingCode.UnreadableBirthDate)]
    [InlineData("2026-13-01", FindingCode.UnreadableBirthDate)]
    [InlineData("2026-02-30", FindingCode.UnreadableBirthDate)]
    [InlineData("9/13/26", FindingCode.UnreadableBirthDate)]
    [InlineData("2026", FindingCode.UnreadableBirthDate)]
    [InlineData("2027-02-02", FindingCode.FutureBirthDate)]
    [InlineData("1995-02-14", FindingCode.OldBirthDate)]
    public void BirthDate_ThatCannotBe_RejectsTheRow(string text, string code)
    {
        var finding = Csv.Refused(Csv.With(("Födelsedatum", text)));

        Assert.Equal((2, "Födelsedatum", code), (finding.LineNumber, finding.Column, finding.Code));
    }

    [Fact]
    public void BirthDate_Today_IsNotTheFuture() => Assert.Equal(Csv.Today, Csv.Stored(Csv.With(("Födelsedatum", "2027-02-01"))).ChildBirthDate);

    [Theory]
    [InlineData("Barnets förnamn", "", FindingCode.MissingChildName)]
    [InlineData("Barnets förnamn", "2026-08-14", FindingCode.NotAName)]
    [InlineData("Barnets förnamn", "asa@example.se", FindingCode.NotAName)]
    [InlineData("Vårdnadshavare efternamn", "998 10", FindingCode.NotAName)]
    [InlineData("Barnets förnamn", "MÃ¤rta", FindingCode.GarbledText)]
    public void Names_ThatCannotBe_RejectTheRow(string heading, string value, string code) => Assert.Equal(code, Csv.Refused(Csv.With((heading, value))).Code);

    [Theory]
    [InlineData("Barn", "260801-1231")]
    [InlineData("C/o", "Ek 18260914-2399")]
    [InlineData("E-post", "2608011231")]
    [InlineData("Språk", "701063-2391")]
    [InlineData("Mobil", "260801-1231")]
    public void PersonalIdentityNumber_InAnyColumn_RejectsTheRowAndIsNotRepeated(string heading, string number)
    {
        var finding = Csv.Refused(Csv.With((heading, number)));

        Assert.Equal(FindingCode.PersonalIdentityNumber, finding.Code);
        Assert.DoesNotContain(number[^4..], finding.Message + finding.Column, StringComparison.Ordinal);
    }

    [Fact]
    public void PersonalIdentityNumber_InAColumnWeDoNotUse_RejectsTheRow()
    {
        var rows = Csv.Opened($"{Csv.Header};Övrigt\n{Csv.Row};202608011231\n{Csv.Row};nej").Rows.ToArray();

        Assert.Equal(FindingCode.PersonalIdentityNumber, Assert.Single(Assert.IsType<RejectedRow>(rows[0]).Findings).Code);
        Assert.IsType<PeopleRow>(rows[1]);
    }

    [Fact]
    public void PersonalIdentityNumber_AnythingInItsOwnColumn_RejectsTheRow()
    {
        // A spreadsheet shows twelve digits as 2,02608E+11: no number to find, but the column says what it was.
        var rows = Csv.Opened($"{Csv.Header};Personnummer\n{Csv.Row};2,02608E+11\n{Csv.Row};").Rows.ToArray();

        Assert.Equal(FindingCode.PersonalIdentityNumber, Assert.Single(Assert.IsType<RejectedRow>(rows[0]).Findings).Code);
        Assert.IsType<PeopleRow>(rows[1]);
    }

    [Fact]
    public void Columns_OneTooMany_RejectTheRow() =>
        Assert.Equal(FindingCode.WrongColumns, Csv.Refused(Csv.With(("Adress", "Björkstigen 1; lgh 1101"))).Code);

    [Fact]
    public void Columns_EmptyOnesLeftOutOrAddedAtTheEnd_AreASpreadsheets()
    {
        Assert.Equal("Alma", Csv.Stored(Csv.Row.TrimEnd(';')).ChildFirstName);
        Assert.Equal("Alma", Csv.Stored(Csv.Row + ";;;").ChildFirstName);
    }

    [Fact]
    public void Columns_OneTooFewInTheMiddle_RejectTheRow()
    {
        var shifted = Csv.Row.Replace(";998 10;", ";", StringComparison.Ordinal);

        Assert.Equal(FindingCode.WrongColumns, Csv.Refused(shifted).Code);
    }

    [Theory]
    [InlineData("familjen", true)]
    [InlineData("Vårdnadshavare", true)]
    [InlineData("", true)]
    [InlineData("BVC", false)]
    [InlineData("register", false)]
    [InlineData("vet ej", false)]
    public void T51_ANumberThatTheFamilyHasGiven_IsUsed_AndOneFromAnywhereElseIsNot(string source, bool isUsed)
    {
        var row = Assert.IsType<PeopleRow>(Assert.Single(Csv.Opened($"{Csv.Header};Nummer från\n{Csv.Row};{source}").Rows));

        Assert.Equal(isUsed ? "+46701740605" : null, row.Phone?.E164);
        Assert.Equal(isUsed ? [] : [FindingCode.PhoneNotFromFamily], row.Warnings.Select(warning => warning.Code));
    }

    [Theory]
    [InlineData("701740605")]
    [InlineData("7,01740605E+08")]
    [InlineData("+46 (0)70-174 06 05")]
    [InlineData("'0701740605")]
    public void Phone_DamagedByASpreadsheet_IsMended(string text) => Assert.Equal("+46701740605", Csv.Stored(Csv.With(("Mobil", text))).Phone?.E164);

    [Theory]
    [InlineData("7,01741E+08", FindingCode.PhoneDigitsLost)]
    [InlineData("ring mormor", FindingCode.PhoneNotUnderstood)]
    [InlineData("070-17406", FindingCode.PhoneWrongLength)]
    [InlineData("0701740605/0701740606", FindingCode.PhoneSeveral)]
    public void Phone_ThatCannotBeUsed_IsLeftOutWithAWarning(string text, string code)
    {
        var row = Csv.Stored(Csv.With(("Mobil", text)));

        Assert.Null(row.Phone);
        Assert.Equal(("Mobil", code), (Assert.Single(row.Warnings).Column, row.Warnings[0].Code));
    }

    [Fact]
    public void Phone_FixedLine_IsKeptForCallsWithAWarning()
    {
        var row = Csv.Stored(Csv.With(("Mobil", "031-000 06 10")));

        Assert.Equal("+46310000610", row.Phone?.E164);
        Assert.Equal(FindingCode.PhoneWithoutSms, Assert.Single(row.Warnings).Code);
    }

    [Fact]
    public void Phone_TwoColumns_TheOneForSmsIsTaken()
    {
        var row = Assert.Single(Csv.Opened($"{Csv.Header};Hemtelefon\n{Csv.With(("Mobil", "031-000 06 10"))};0701740605").Rows);

        Assert.Equal("+46701740605", Assert.IsType<PeopleRow>(row).Phone?.E164);
    }

    [Theory]
    [InlineData("E-post", "asa", FindingCode.EmailNotUnderstood)]
    [InlineData("E-post", "a@example.se, b@example.se", FindingCode.EmailSeveral)]
    [InlineData("Postnummer", "9981", FindingCode.PostalCodeNotUnderstood)]
    [InlineData("Ort", "", FindingCode.AddressIncomplete)]
    [InlineData("Adress", "Skrivna på kommunen", FindingCode.NoFixedAddress)]
    [InlineData("Adress", "", FindingCode.NoFixedAddress)]
    [InlineData("Språk", "Kurdiska", FindingCode.UnknownLanguage)]
    [InlineData("Skyddad", "kanske", null)]
    [InlineData("Avböjt", "kanske", FindingCode.FlagNotUnderstood)]
    [InlineData("Bor här", "varannan vecka", FindingCode.FlagNotUnderstood)]
    public void OtherThings_ThatCannotBeUsed_AreWarnedOf(string heading, string value, string? code)
    {
        var row = Csv.Stored(Csv.With((heading, value)));

        Assert.Equal(code, row.Warnings.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("svenska", "sv")]
    [InlineData("Arabiska", "ar")]
    [InlineData("Arabic", "ar")]
    [InlineData("ar", "ar")]
    [InlineData("ar-SY", "ar")]
    [InlineData("AR", "ar")]
    [InlineData("kurdiska (sorani)", "ckb")]
    [InlineData("Kurmanji", "kmr")]
    [InlineData("dari", "prs")]
    [InlineData("arabiska, engelska", "ar")]
    [InlineData("tigrinja", "ti")]
    [InlineData("Finska", "fi")]
    [InlineData("", null)]
    public void Language_ByNameOrTag_IsATag(string text, string? tag) => Assert.Equal(tag, Csv.Stored(Csv.With(("Språk", text))).Language);

    [Fact]
    public void Language_InItsOwnScript_IsATag()
    {
        var text = $"{Csv.Header}\n{Csv.With(("Språk", "العربية"))}\n{Csv.With(("Språk", "українська"))}";

        Assert.Equal(["ar", "uk"], Csv.Opened(text, System.Text.Encoding.UTF8).Rows.Cast<PeopleRow>().Select(row => row.Language));
    }

    [Theory]
    [InlineData("J")]
    [InlineData("ja")]
    [InlineData("X")]
    [InlineData("1")]
    [InlineData("yes")]
    [InlineData("kanske")]
    public void SilencingFlags_YesOrUnreadable_AreSet(string text)
    {
        var row = Csv.Stored(Csv.With(("Skyddad", text), ("Avböjt", text), ("Avliden", text)));

        Assert.Equal((true, true, true), (row.Protected, row.OptedOut, row.ChildDeceased));
    }

    [Fact]
    public void Deceased_ByADate_IsSetWithoutAWarning()
    {
        var row = Csv.Stored(Csv.With(("Avliden", "2026-12-24")));

        Assert.True(row.ChildDeceased);
        Assert.Empty(row.Warnings);
    }

    [Theory]
    [InlineData("Box 2820", "403 20")]
    [InlineData("BOX2820", "40320")]
    public void Protected_ByTheForwardingAddress_IsSetAndNothingIsSaidOfTheRow(string street, string code)
    {
        var row = Csv.Stored(Csv.With(("Adress", street), ("Postnummer", code), ("Ort", "Göteborg"), ("Mobil", "x"), ("Språk", "x")));

        Assert.True(row.Protected);
        Assert.Empty(row.Warnings);
    }

    [Theory]
    [InlineData("Avliden", "J", true)]
    [InlineData("Skyddad", "kanske", true)]
    [InlineData("Avböjt", "ja", true)]
    [InlineData("Avböjt", "N", false)]
    public void Silence_OfARowThatIsRejected_IsPointedOutWithoutSayingWhich(string heading, string value, bool isPointedOut)
    {
        var rejected = Assert.IsType<RejectedRow>(Assert.Single(Csv.Rows(Csv.With(("Födelsedatum", ""), (heading, value)))));

        var finding = rejected.Findings.SingleOrDefault(found => found.Code == FindingCode.SilenceNotStored);
        Assert.Equal(isPointedOut, finding is not null);
        Assert.Equal("", finding?.Column ?? "");
    }

    [Fact]
    public void References_NotInTheFile_AreDerivedAndStable()
    {
        const string header = "Namn;Adress;Postnummer;Ort;Barnets förnamn;Födelsedatum\n";
        var first = Row("Åsa Ö;Björkstigen 1;998 10;Åsinge;Alma;2026-08-14");
        var written = Row("ÅSA  Ö;björkstigen 1;99810;ÅSINGE;alma;260814");
        var twin = Row("Åsa Ö;Björkstigen 1;998 10;Åsinge;Love;2026-08-14");
        var moved = Row("Åsa Ö;Björkstigen 2;998 10;Åsinge;Alma;2026-08-14");

        Assert.Equal((first.HouseholdReference, first.ChildReference), (written.HouseholdReference, written.ChildReference));
        Assert.Equal(first.HouseholdReference, twin.HouseholdReference);
        Assert.NotEqual(first.ChildReference, twin.ChildReference);
        Assert.NotEqual(first.HouseholdReference, moved.HouseholdReference);

        static PeopleRow Row(string row) => Assert.IsType<PeopleRow>(Assert.Single(Csv.Opened(header + row).Rows));
    }

    [Fact]
    public void References_TwoNamesakesWithoutAnAddress_AreTwoHouseholds()
    {
        var rows = Csv.Opened("Namn;Mobil;Barnets förnamn;Född\nÅsa Ö;0701740605;Alma;2026-08-14\nÅsa Ö;0701740606;Love;2026-08-15").Rows.Cast<PeopleRow>().ToArray();

        Assert.NotEqual(rows[0].HouseholdReference, rows[1].HouseholdReference);
    }

    [Fact]
    public void Household_WithoutReferenceAndName_RejectsTheRow()
    {
        var row = Csv.With(("Hushåll", ""), ("Vårdnadshavare förnamn", ""), ("Vårdnadshavare efternamn", ""));

        Assert.Equal(FindingCode.NoHousehold, Csv.Refused(row).Code);
    }

    [Theory]
    [InlineData("Åsa Ek", "Åsa", "Ek")]
    [InlineData("Åsa-Märta O'Neil von Essen", "Åsa-Märta O'Neil", "von Essen")]
    [InlineData("von Essen, Åsa-Märta", "Åsa-Märta", "von Essen")]
    [InlineData("Yusra", "Yusra", null)]
    [InlineData("Rania Al Karmi", "Rania", "Al Karmi")]
    public void GuardianName_Whole_IsParted(string name, string? given, string? family)
    {
        var row = Assert.IsType<PeopleRow>(Assert.Single(Csv.Opened($"Namn;Mobil;Barnets förnamn;Född\n{name};;Alma;2026-08-14").Rows));

        Assert.Equal((given, family), (row.GuardianGivenName, row.GuardianFamilyName));
    }

    [Fact]
    public void Findings_OfARowWithEverythingWrong_HoldNoValueFromTheFile()
    {
        var row = Csv.With(("Mobil", "hemlig1"), ("E-post", "hemlig2"), ("Språk", "hemlig3"), ("Postnummer", "hemlig4"), ("Avböjt", "hemlig5"), ("Bor här", "hemlig6"));
        var rejected = Csv.With(("Födelsedatum", "hemlig7"), ("Barnets förnamn", "hemlig8"), ("Vårdnadshavare förnamn", "hemlig9"));

        var findings = Csv.Rows(row, rejected).SelectMany(read => read is PeopleRow stored ? stored.Warnings : ((RejectedRow)read).Findings).ToArray();

        Assert.Equal(9, findings.Length);
        Assert.All(findings, finding => Assert.DoesNotContain("hemlig", finding.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_EveryCodeThatARowCanGet_HasASentence()
    {
        string[] composed = [FindingCode.NoHeader, FindingCode.MissingColumns, FindingCode.UnusedColumns];
        var codes = typeof(FindingCode).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except(composed);

        Assert.All(codes, code => Assert.EndsWith(".", FindingTexts.Of(code), StringComparison.Ordinal));
    }
}
