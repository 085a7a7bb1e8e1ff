package chat.parley.mail.control;

import java.io.Serial;

/** Hands a mail to whoever brings it to its receiver. Safe for concurrent use. */
public interface MailTransport {

  /**
   * Hands over; returns when the other side has taken it, within a minute.
   *
   * @throws AddressRefused when it will never take mail for this address
   * @throws ServerAway when it cannot be had, or may take the mail later
   */
  void send(MailMessage mail) throws AddressRefused, ServerAway;

  /** The receiver's address was refused for good. */
  final class AddressRefused extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    AddressRefused(Throwable cause) {
      super("the address was refused", cause);
    }
  }

  /** The mail could not be handed over now. Its message is for operators and names no address. */
  final class ServerAway extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    ServerAway(String reason, Throwable cause) {
      super(reason, cause);
    }

    /** Why, in words for an operator. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }
}
