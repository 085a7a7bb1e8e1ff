package chat.parley.launcher.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mails that GreenMail took. */
final class GreenMailbox implements Mailbox {
  private final GreenMail catcher;

  GreenMailbox(GreenMail catcher) {
    this.catcher = catcher;
  }

  @Override
  public List<CaughtMail> mails() {
    List<CaughtMail> mails = new ArrayList<>();
    for (MimeMessage message : catcher.getReceivedMessages()) {
      mails.add(read(message));
    }
    return mails;
  }

  @Override
  public void clear() {
    try {
      catcher.purgeEmailFromAllMailboxes();
    } catch (FolderException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static CaughtMail read(MimeMessage message) {
    Parts parts = new Parts();
    try {
      parts.add(message);
      Date sent =
          message.getReceivedDate() == null ? message.getSentDate() : message.getReceivedDate();
      return new CaughtMail(
          Objects.requireNonNullElse(message.getMessageID(), ""),
          addresses(message.getFrom()),
          addresses(message.getRecipients(Message.RecipientType.TO)),
          Objects.requireNonNullElse(message.getSubject(), "(no subject)"),
          sent == null ? Instant.EPOCH : sent.toInstant(),
          parts.text,
          parts.html,
          parts.attachments);
    } catch (MessagingException | IOException unreadable) {
      return new CaughtMail(
          "", "", "", "(unreadable mail)", Instant.EPOCH, unreadable.toString(), null, List.of());
    }
  }

  private static String addresses(Address @Nullable [] addresses) {
    return addresses == null
        ? ""
        : Stream.of(addresses).map(Address::toString).collect(Collectors.joining(", "));
  }

  private static final class Parts {
    private @Nullable String text;
    private @Nullable String html;
    private final List<String> attachments = new ArrayList<>();

    void add(Part part) throws MessagingException, IOException {
      if (part.isMimeType("multipart/*")) {
        Multipart multipart = (Multipart) part.getContent();
        for (int i = 0; i < multipart.getCount(); i++) {
          add(multipart.getBodyPart(i));
        }
      } else if (part.getFileName() != null) {
        attachments.add(part.getFileName());
      } else if (text == null && part.isMimeType("text/plain")) {
        text = String.valueOf(part.getContent());
      } else if (html == null && part.isMimeType("text/html")) {
        html = String.valueOf(part.getContent());
      }
    }
  }
}
