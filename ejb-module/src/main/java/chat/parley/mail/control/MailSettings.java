package chat.parley.mail.control;

import chat.parley.mail.EmailAddress;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Secret;
import chat.parley.platform.Setting;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * How mail leaves.
 *
 * @param from the address it comes from; without one there is no mail
 * @param transport {@code smtp} or {@code ses}
 * @param security {@code starttls}, {@code tls} or {@code none}
 * @param operator where it is told what operators should know
 */
record MailSettings(
    @Setting("parley.mail.from") Optional<String> from,
    @Setting("parley.mail.transport") String transport,
    @Setting("parley.mail.smtp.host") String host,
    @Setting("parley.mail.smtp.port") int port,
    @Setting("parley.mail.smtp.security") String security,
    @Setting("parley.mail.smtp.user") Optional<String> user,
    @Setting("parley.mail.smtp.password") Optional<Secret> password,
    @Setting("parley.mail.ses.region") String region,
    @Setting("parley.mail.ses.endpoint") Optional<URI> endpoint,
    @Setting("parley.operator.email") Optional<String> operator) {

  private static final int LAST_PORT = 65_535;

  /** How a connection to the mail server is protected. */
  enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  MailSettings {
    from.ifPresent(each -> address("parley.mail.from", each));
    operator.ifPresent(each -> address("parley.operator.email", each));
    if (!transport.equals("smtp") && !transport.equals("ses")) {
      throw new IllegalArgumentException("The setting parley.mail.transport must be smtp or ses.");
    }
    if (!security.equals("starttls") && !security.equals("tls") && !security.equals("none")) {
      throw new IllegalArgumentException(
          "The setting parley.mail.smtp.security must be starttls, tls or none.");
    }
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException("The setting parley.mail.smtp.port must be a port.");
    }
    if (user.isPresent() != password.isPresent()) {
      throw new IllegalArgumentException(
          "Of the settings parley.mail.smtp.user and parley.mail.smtp.password one is missing.");
    }
  }

  private static EmailAddress address(String setting, String text) {
    try {
      return new EmailAddress(text);
    } catch (InvalidInput e) {
      throw new IllegalArgumentException(
          "The setting " + setting + " must be an address such as parley@example.org.", e);
    }
  }

  /** The address that mail comes from; empty when there is no mail. */
  Optional<EmailAddress> sender() {
    return from.map(each -> address("parley.mail.from", each));
  }

  /** The address of whoever runs the installation. */
  Optional<EmailAddress> operatorAddress() {
    return operator.map(each -> address("parley.operator.email", each));
  }

  Security protection() {
    return Security.valueOf(security.toUpperCase(Locale.ROOT));
  }
}
