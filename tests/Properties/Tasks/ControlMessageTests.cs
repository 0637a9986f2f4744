using System.Text;
using Causum.Domain.Messages;
using Causum.Domain.Tasks;

namespace Causum.Properties.Tasks;

public sealed class ControlMessageTests
{
    [Fact]
    public void A_config_is_handed_on_as_it_came()
    {
        const string json = """{"type":"config","config_id":7,"instance_id":"i-1","database":{"password":"x"}}""";
        var config = Assert.IsType<IncomingMessage.Config>(Messages.Read(json));
        Assert.Equal(json, Encoding.UTF8.GetString(config.Payload.Span));
        Assert.Equal(Some("i-1"), config.InstanceId);
    }

    [Theory]
    [InlineData("{", "config")]
    [InlineData("""{"type":"config","a":1,"a":2}""", null)]
    [InlineData("[]", "config")]
    public void A_config_that_cannot_be_read_is_still_answered_as_a_config(string json, string? type) =>
        Assert.IsType<IncomingMessage.Config>(Messages.Read(json, type));

    [Fact]
    public void An_acknowledgement_says_whether_and_why()
    {
        var ack = Messages.Read(
            """{"type":"instance_register_ack","instance_id":"i-1","accepted":false,"reason":"too many"}"""
        );
        Assert.Equal(new IncomingMessage.RegisterAck("i-1", false, "too many"), ack);
    }

    [Fact]
    public void A_cancellation_names_its_task()
    {
        Assert.Equal(
            new IncomingMessage.Cancel("t-1", None),
            Messages.Read("""{"type":"task_cancel","task_id":"t-1"}""")
        );
        Assert.Equal(
            new IncomingMessage.Cancel("t-1", "i-2"),
            Messages.Read("""{"type":"task_cancel","task_id":"t-1","instance_id":"i-2"}""")
        );
    }

    [Theory]
    [InlineData("instance_register_ack", """{"instance_id":"i-1"}""")]
    [InlineData("instance_register_ack", """{"instance_id":"i-1","accepted":"no"}""")]
    [InlineData("instance_register_ack", """{"accepted":true}""")]
    [InlineData("instance_register_ack", "{")]
    [InlineData("task_cancel", "{}")]
    [InlineData("task_cancel", """{"task_id":5}""")]
    [InlineData("task_cancel", """{"task_id":"t","instance_id":5}""")]
    [InlineData("task_cancel", "[]")]
    public void A_control_message_of_the_wrong_form_is_named_and_left(string type, string json) =>
        Assert.Equal(new IncomingMessage.UnreadableControl(type), Messages.Read(json, type));

    [Theory]
    [InlineData("task_cancel")]
    [InlineData("instance_register_ack")]
    [InlineData("config")]
    public void A_control_message_without_data_is_named_and_left(string type) =>
        Assert.Equal(new IncomingMessage.UnreadableControl(type), IncomingReader.Read(type, None, Messages.Limits));
}
