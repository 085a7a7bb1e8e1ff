package chat.parley.ethereum;

import java.util.regex.Pattern;

/**
 * An account on the chain, in the one form we store and show: with the checksum of ERC-55. {@link
 * chat.parley.ethereum.boundary.Wallets} makes it from text.
 */
public record Address(String value) {

  private static final Pattern FORM = Pattern.compile("0x[0-9A-Fa-f]{40}");

  public Address {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an address");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
