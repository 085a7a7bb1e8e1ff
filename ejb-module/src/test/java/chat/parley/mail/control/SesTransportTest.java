package chat.parley.mail.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.mail.MailId;
import chat.parley.platform.AwsPeer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client of AWS itself, against a server that checks its signatures. */
class SesTransportTest {

  private volatile AwsPeer.Answer answer = AwsPeer.Answer.ok("{\"MessageId\":\"1\"}");
  private final AwsPeer ses = new AwsPeer("eu-west-1", "ses", request -> answer);
  private final SesTransport transport =
      new SesTransport("eu-west-1", Optional.of(ses.address()), ses.credentials());

  @AfterEach
  void stop() {
    transport.close();
    ses.close();
  }

  @Test
  void aMailIsOneSignedRequest() throws Exception {
    MailId id = MailId.next();
    transport.send(TestMails.written(id));
    assertThat(ses.faults()).isEmpty();
    assertThat(ses.requests()).hasSize(1);
    assertThat(ses.requests().get(0).path()).isEqualTo("/v2/email/outbound-emails");
    assertThat(ses.requests().get(0).body())
        .contains("\"FromEmailAddress\":\"parley@example.org\"")
        .contains("\"ToAddresses\":[\"ada@example.org\"]")
        .contains("Verify your e-mail address for Parley")
        .contains("/verify-email#AbC_-1")
        .contains("\"Name\":\"Auto-Submitted\",\"Value\":\"auto-generated\"")
        .contains(id.toString());
  }

  @Test
  void whatSesRejectsIsRefused() {
    answer = new AwsPeer.Answer(400, "MessageRejected", "{}");
    assertThatThrownBy(() -> transport.send(TestMails.written(MailId.next())))
        .isInstanceOf(MailTransport.AddressRefused.class);
    assertThat(ses.faults()).isEmpty();
  }

  @Test
  void whatSesCannotDoNowIsForLater() {
    answer = new AwsPeer.Answer(503, "ServiceUnavailable", "{}");
    assertThatThrownBy(() -> transport.send(TestMails.written(MailId.next())))
        .isInstanceOfSatisfying(
            MailTransport.ServerAway.class,
            away -> assertThat(away.reason()).doesNotContain("ada"));
    ses.close();
    assertThatThrownBy(() -> transport.send(TestMails.written(MailId.next())))
        .isInstanceOf(MailTransport.ServerAway.class);
  }
}
