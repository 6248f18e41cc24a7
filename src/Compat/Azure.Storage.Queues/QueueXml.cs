using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;
using Azure.Storage.Queues.Models;

namespace Azure.Storage.Queues;

/// <summary>The queue service's XML bodies.</summary>
internal static class QueueXml
{
    // A byte order mark is not expected by the service.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <exception cref="ArgumentException">The text holds a character that XML cannot carry; base64 can.</exception>
    public static RequestContent Message(string wireText)
    {
        using var body = new MemoryStream();
        using (var writer = XmlWriter.Create(body, Settings))
        {
            writer.WriteStartElement("QueueMessage");
            writer.WriteElementString("MessageText", wireText);
            writer.WriteEndElement();
        }

        return RequestContent.Create(body.ToArray());
    }

    public static IEnumerable<XElement> Messages(Response response) => XDocument.Load(response.Content.ToStream()).Root!.Elements("QueueMessage");

    public static SendReceipt SendReceipt(XElement message) => new()
    {
        MessageId = Text(message, "MessageId"),
        InsertionTime = Time(message, "InsertionTime"),
        ExpirationTime = Time(message, "ExpirationTime"),
        PopReceipt = Text(message, "PopReceipt"),
        TimeNextVisible = Time(message, "TimeNextVisible"),
    };

    public static QueueMessage Received(XElement message, BinaryData body) => new()
    {
        MessageId = Text(message, "MessageId"),
        PopReceipt = Text(message, "PopReceipt"),
        Body = body,
        NextVisibleOn = Time(message, "TimeNextVisible"),
        InsertedOn = Time(message, "InsertionTime"),
        ExpiresOn = Time(message, "ExpirationTime"),
        DequeueCount = Count(message),
    };

    public static PeekedMessage Peeked(XElement message, BinaryData body) => new()
    {
        MessageId = Text(message, "MessageId"),
        Body = body,
        InsertedOn = Time(message, "InsertionTime"),
        ExpiresOn = Time(message, "ExpirationTime"),
        DequeueCount = Count(message),
    };

    public static string WireText(XElement message) => Text(message, "MessageText");

    public static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Text(XElement message, string name) => message.Element(name)?.Value ?? "";

    private static DateTimeOffset Time(XElement message, string name) => Time(Text(message, name));

    private static long Count(XElement message) => long.Parse(Text(message, "DequeueCount"), CultureInfo.InvariantCulture);
}
