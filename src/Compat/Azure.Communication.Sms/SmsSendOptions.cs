namespace Azure.Communication.Sms;

/// <summary>What to ask of the service besides sending.</summary>
public class SmsSendOptions
{
    /// <summary>Makes options.</summary>
    /// <param name="enableDeliveryReport">Whether Event Grid shall get a delivery report for each recipient.</param>
    public SmsSendOptions(bool enableDeliveryReport) => EnableDeliveryReport = enableDeliveryReport;

    /// <summary>Whether Event Grid gets a delivery report for each recipient.</summary>
    public bool EnableDeliveryReport { get; }

    /// <summary>A word of the caller's that comes back in the delivery report; null sends none.</summary>
    public string Tag { get; set; }
}
