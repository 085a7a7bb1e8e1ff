package chat.parley.mail;

import chat.parley.platform.InvalidInput;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where mail goes: a mailbox of RFC 5321 in its common form, {@code local@domain}, ASCII, at most
 * {@value #MAX_LENGTH} characters. The domain is kept in lower case; the local part as it was
 * typed, although two that differ in case only are the same address here ({@link #canonical}).
 *
 * <p>Quoted local parts, comments, display names, address literals and single-word domains are no
 * addresses here, and neither is anything with a space or a control character in it: such an
 * address cannot end a header line. A domain in another script is given in its ASCII form ({@code
 * xn--...}, RFC 5890): mapping it here might reach another domain than the one meant.
 */
public record EmailAddress(String value) {

  /** RFC 5321, section 4.5.3.1.3, without the angle brackets. */
  public static final int MAX_LENGTH = 254;

  private static final int MAX_LOCAL_LENGTH = 64;
  private static final int MAX_LABEL_LENGTH = 63;

  /** A dot-atom of RFC 5322, section 3.2.3. Possessive: no text makes it look twice. */
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");

  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

  public EmailAddress {
    if (value.length() > MAX_LENGTH) {
      throw refused("At most " + MAX_LENGTH + " characters.");
    }
    if (!value.chars().allMatch(each -> each > ' ' && each < 127)) {
      throw refused(
          "Letters, digits and signs of ASCII only; a domain in another script in its form"
              + " xn--....");
    }
    int at = value.lastIndexOf('@');
    if (at < 1 || at > MAX_LOCAL_LENGTH || !LOCAL.matcher(value.substring(0, at)).matches()) {
      throw refused("An address such as ada@example.org.");
    }
    String domain = value.substring(at + 1).toLowerCase(Locale.ROOT);
    if (!isDomain(domain)) {
      throw refused("An address such as ada@example.org, with the name of a domain.");
    }
    value = value.substring(0, at + 1) + domain;
  }

  private static boolean isDomain(String domain) {
    String[] labels = domain.split("\\.", -1);
    for (String label : labels) {
      if (label.length() > MAX_LABEL_LENGTH || !LABEL.matcher(label).matches()) {
        return false;
      }
    }
    // The last label of an IPv4 address is a number; that of a domain never is.
    return labels.length > 1 && !labels[labels.length - 1].chars().allMatch(Character::isDigit);
  }

  private static InvalidInput refused(String why) {
    return new InvalidInput("/email", why);
  }

  /** The same text for all ways to write this address. */
  public String canonical() {
    return value.toLowerCase(Locale.ROOT);
  }

  /** The domain, in lower case. */
  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  /** Nothing of it: logs never show an address. */
  @Override
  public String toString() {
    return "(address)";
  }
}
