package chat.parley.mail.control;

import chat.parley.mail.MailId;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** Hands mail to an SMTP server (RFC 5321), one connection for each. */
final class SmtpTransport implements MailTransport {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

  private final Session session;
  private final Clock clock;

  SmtpTransport(MailSettings settings, Clock clock) {
    this.session = session(settings);
    this.clock = clock;
  }

  private static Session session(MailSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.connectiontimeout", Long.toString(CONNECT_WITHIN.toMillis()));
    properties.setProperty("mail.smtp.timeout", Long.toString(ANSWER_WITHIN.toMillis()));
    properties.setProperty("mail.smtp.writetimeout", Long.toString(ANSWER_WITHIN.toMillis()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    switch (settings.protection()) {
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case NONE -> {
        // As the operator wants it: a server on this machine, or on a network of his own.
      }
    }
    if (settings.user().isEmpty() || settings.password().isEmpty()) {
      return Session.getInstance(properties);
    }
    properties.setProperty("mail.smtp.auth", "true");
    return Session.getInstance(
        properties,
        new Login(
            new PasswordAuthentication(settings.user().get(), settings.password().get().value())));
  }

  /** Answers with the one account this installation has at its mail server. */
  private static final class Login extends Authenticator {

    private final PasswordAuthentication account;

    Login(PasswordAuthentication account) {
      this.account = account;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return account;
    }
  }

  @Override
  public void send(MailMessage mail) throws AddressRefused, ServerAway {
    try {
      Transport.send(message(mail));
    } catch (SendFailedException e) {
      if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
        throw new AddressRefused(e);
      }
      throw new ServerAway(reason(e), e);
    } catch (MessagingException e) {
      throw new ServerAway(reason(e), e);
    }
  }

  /** The kind of the first cause: its words may hold the address. */
  private static String reason(MessagingException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName();
  }

  private MimeMessage message(MailMessage mail) throws MessagingException {
    MimeMessage message = new NamedMessage(session, mail.id(), mail.from().domain());
    InternetAddress from = address(mail.from().value());
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, address(mail.to().value()));
    message.setSubject(mail.subject(), "UTF-8");
    message.setHeader(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    // No vacation notices, please (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), "UTF-8", "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  private static InternetAddress address(String text) throws AddressException {
    return new InternetAddress(text, true);
  }

  /** A mail that keeps its Message-ID however often it is sent, so that receivers see a repeat. */
  private static final class NamedMessage extends MimeMessage {

    private final String messageId;

    NamedMessage(Session session, MailId id, String domain) {
      super(session);
      this.messageId = "<" + id + "@" + domain + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
