package chat.parley.mail;

import chat.parley.platform.AccountId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail to send.
 *
 * @param account whom it is for; null when nobody who has one
 * @param values what stands in the template; no value holds a line break
 * @param until after this time the mail is worth nothing, and no longer sent
 */
public record NewMail(
    @Nullable AccountId account,
    EmailAddress to,
    MailTemplate template,
    Map<String, String> values,
    Instant until) {

  public NewMail {
    values = Map.copyOf(values);
    if (!values.keySet().equals(template.names())) {
      throw new IllegalArgumentException(template + " needs " + template.names());
    }
    if (values.values().stream().anyMatch(value -> value.chars().anyMatch(each -> each < ' '))) {
      throw new IllegalArgumentException("a control character in a value of " + template);
    }
  }

  /** Without the address and the values. */
  @Override
  public String toString() {
    return "NewMail[template=" + template + "]";
  }
}
