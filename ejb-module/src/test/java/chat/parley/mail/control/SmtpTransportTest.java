package chat.parley.mail.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.mail.MailId;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SmtpTransportTest {

  private static final Clock CLOCK = Clock.fixed(TestMails.NOW, ZoneOffset.UTC);

  private static MailTransport transport(int port) {
    return transport(port, "none");
  }

  private static MailTransport transport(int port, String security) {
    return new SmtpTransport(
        new MailSettings(
            Optional.of("parley@example.org"),
            "smtp",
            "127.0.0.1",
            port,
            security,
            Optional.empty(),
            Optional.empty(),
            "us-east-1",
            Optional.empty(),
            Optional.empty()),
        CLOCK);
  }

  @Test
  void aMailArrivesAsTextAndHtmlAndKeepsItsNameWhenItIsSentAgain() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      MailTransport transport = transport(server.getSmtp().getPort());
      MailId id = MailId.next();
      transport.send(TestMails.written(id));
      transport.send(TestMails.written(id));
      MimeMessage[] mails = server.getReceivedMessages();
      assertThat(mails).hasSize(2);
      MimeMessage mail = mails[0];
      assertThat(mail.getMessageID())
          .isEqualTo("<" + id + "@example.org>")
          .isEqualTo(mails[1].getMessageID());
      assertThat(mail.getSubject()).isEqualTo("Verify your e-mail address for Parley");
      assertThat(mail.getFrom()[0]).hasToString("parley@example.org");
      assertThat(mail.getRecipients(Message.RecipientType.TO)[0]).hasToString("ada@example.org");
      assertThat(mail.getAllRecipients()).hasSize(1);
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(mail.getSentDate().toInstant()).isEqualTo(TestMails.NOW);
      MimeMultipart parts = (MimeMultipart) mail.getContent();
      assertThat(parts.getContentType()).startsWith("multipart/alternative");
      assertThat(parts.getBodyPart(0).getContent().toString()).contains("/verify-email#AbC_-1");
      assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    } finally {
      server.stop();
    }
  }

  @Test
  void aServerThatIsNotThereIsAway() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    assertAway(transport(port));
  }

  @Test
  void withoutTheProtectionThatIsAskedForNothingIsSent() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      assertAway(transport(server.getSmtp().getPort(), "starttls"));
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void anAddressThatTheServerRefusesForGoodIsRefusedAndOneForNowIsNot() throws Exception {
    try (Refusing server = new Refusing("550 no such mailbox")) {
      MailTransport transport = transport(server.port());
      assertThatThrownBy(() -> transport.send(TestMails.written(MailId.next())))
          .isInstanceOf(MailTransport.AddressRefused.class)
          .hasMessageNotContaining("ada");
    }
    try (Refusing server = new Refusing("451 come back later")) {
      assertAway(transport(server.port()));
    }
  }

  private static void assertAway(MailTransport transport) {
    assertThatThrownBy(() -> transport.send(TestMails.written(MailId.next())))
        .isInstanceOfSatisfying(
            MailTransport.ServerAway.class,
            away -> assertThat(away.reason()).isNotEmpty().doesNotContain("ada"));
  }

  /** An SMTP server that answers every receiver in the same way. */
  private static final class Refusing implements AutoCloseable {

    private final ServerSocket socket;

    Refusing(String answer) throws IOException {
      socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      new Thread(() -> serve(answer), "refusing-smtp").start();
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve(String answer) {
      try (Socket client = socket.accept();
          BufferedReader in =
              new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
          OutputStream out = client.getOutputStream()) {
        say(out, "220 ready");
        String line = in.readLine();
        while (line != null) {
          if (line.startsWith("RCPT")) {
            say(out, answer);
          } else if (line.startsWith("QUIT")) {
            say(out, "221 bye");
            return;
          } else {
            say(out, "250 ok");
          }
          line = in.readLine();
        }
      } catch (IOException e) {
        // The client has gone.
        return;
      }
    }

    private static void say(OutputStream out, String line) throws IOException {
      out.write((line + "\r\n").getBytes(US_ASCII));
      out.flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
