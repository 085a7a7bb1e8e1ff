package chat.parley.mail;

import chat.parley.platform.Ids;
import java.util.UUID;

/** Names one mail; the receiver sees it in the mail's Message-ID. */
public record MailId(UUID value) {

  /** A new one. */
  public static MailId next() {
    return new MailId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
