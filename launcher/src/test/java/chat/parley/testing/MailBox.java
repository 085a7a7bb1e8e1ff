package chat.parley.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The mail that Parley sent, as the mail catcher shows it to programs. */
public final class MailBox {

  private static final Pattern TOKEN =
      Pattern.compile("/(?:verify-email|recover)#([A-Za-z0-9_-]{43})");

  private final RestClient page;

  MailBox(URI page) {
    this.page = RestClient.of(page);
  }

  /**
   * One mail.
   *
   * @param id its Message-ID
   */
  public record Mail(String id, String from, String to, String subject, String text) {

    /** What stands behind the {@code #} of its link. */
    public String token() {
      Matcher link = TOKEN.matcher(text);
      if (!link.find()) {
        throw new AssertionError("no link in: " + text);
      }
      return link.group(1);
    }
  }

  /** The mails to an address, oldest first. */
  public List<Mail> to(String address) {
    List<Mail> mails = new ArrayList<>();
    page.get("/mails.json")
        .expect(200)
        .body()
        .forEach(
            mail -> {
              if (mail.path("to").asText().equals(address)) {
                mails.add(
                    new Mail(
                        mail.path("messageId").asText(),
                        mail.path("from").asText(),
                        mail.path("to").asText(),
                        mail.path("subject").asText(),
                        mail.path("text").asText()));
              }
            });
    return mails;
  }

  /** The mails to an address, once there are so many. */
  public List<Mail> await(String address, int count) {
    return Awaitility.await()
        .alias(count + " mails to " + address)
        .until(() -> to(address), mails -> mails.size() >= count);
  }

  /**
   * The mails to an address with this subject, oldest first, once there are so many. For what is
   * sent soon after something else: mails overtake each other.
   */
  public List<Mail> await(String address, String subject, int count) {
    return Awaitility.await()
        .alias(count + " mails \"" + subject + "\" to " + address)
        .until(
            () -> to(address).stream().filter(mail -> mail.subject().equals(subject)).toList(),
            mails -> mails.size() >= count);
  }
}
