package chat.parley.mail.control;

import chat.parley.mail.EmailAddress;
import chat.parley.mail.MailId;
import chat.parley.mail.MailTemplate;
import chat.parley.mail.NewMail;
import chat.parley.platform.AccountId;
import java.time.Instant;
import java.util.Map;

/** Mails for tests. */
final class TestMails {

  static final EmailAddress FROM = new EmailAddress("parley@example.org");
  static final EmailAddress TO = new EmailAddress("ada@example.org");
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  static final NewMail VERIFY =
      new NewMail(
          AccountId.next(),
          TO,
          MailTemplate.VERIFY_ADDRESS,
          Map.of(
              "username", "ada",
              "link", "https://chat.example.org/verify-email#AbC_-1",
              "hours", "24 hours"),
          NOW.plusSeconds(60));

  private TestMails() {}

  static MailMessage written(MailId id) {
    return new MailTexts().write(id, FROM, VERIFY);
  }
}
