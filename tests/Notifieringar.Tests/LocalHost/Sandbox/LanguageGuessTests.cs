using Notifieringar.LocalHost.Sandbox;

namespace Notifieringar.Tests.LocalHost.Sandbox;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData(null, "Hej! Böckerna är här och väntar på er.", "sv")]
    [InlineData(null, "Welcome to the library with your baby", "en")]
    [InlineData(null, "مرحبا بكم في المكتبة", "ar")]
    [InlineData(null, "به کتابخانه خوش آمدید، چه خوب", "fa")]
    [InlineData(null, "ናብ ቤተ መጻሕፍቲ እንቋዕ ብደሓን መጻእኩም", "ti")]
    [InlineData(null, "Привіт! Книги чекають на вас", "uk")]
    [InlineData("<html dir=\"rtl\" lang=\"fa\"><p>Hej och välkommen</p></html>", "Hej och välkommen", "fa")]
    [InlineData(null, "12345", null)]
    public void Of_AMessage_IsToldOrGuessed(string? html, string text, string? expected) => Assert.Equal(expected, LanguageGuess.Of(html, text));
}
