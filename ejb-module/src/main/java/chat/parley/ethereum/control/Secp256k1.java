package chat.parley.ethereum.control;

import chat.parley.ethereum.Address;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/** The curve and the hash of Ethereum, by web3j. */
public final class Secp256k1 {

  private static final Pattern ADDRESS = Pattern.compile("0x[0-9A-Fa-f]{40}");
  private static final Pattern SIGNATURE = Pattern.compile("0x[0-9A-Fa-f]{130}");

  private static final BigInteger ORDER =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
  private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

  private Secp256k1() {}

  /** The address, when the text carries the right checksum (ERC-55). */
  public static Optional<Address> checksummed(String text) {
    return ADDRESS.matcher(text).matches() && Keys.toChecksumAddress(text).equals(text)
        ? Optional.of(new Address(text))
        : Optional.empty();
  }

  /**
   * The address with its checksum, when the text carries the right one or none: digits in one case
   * have none (ERC-55).
   */
  public static Optional<Address> normalized(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    String digits = text.substring(2);
    boolean unchecked =
        digits.equals(digits.toLowerCase(Locale.ROOT))
            || digits.equals(digits.toUpperCase(Locale.ROOT));
    return unchecked
        ? Optional.of(new Address(Keys.toChecksumAddress(text.toLowerCase(Locale.ROOT))))
        : checksummed(text);
  }

  /**
   * Who signed a text with {@code personal_sign} (ERC-191, version 0x45).
   *
   * @param signature 65 bytes in hexadecimal: r, s, v. Only v of 27 or 28 and s in the lower half
   *     of the order (EIP-2) are taken, so that one signature has one form.
   * @return empty when it is no such signature
   */
  public static Optional<Address> signer(String text, String signature) {
    return signerOf(hash(text), signature);
  }

  /** What {@code personal_sign} signs of a text (ERC-191, version 0x45). */
  public static byte[] hash(String text) {
    return Sign.getEthereumMessageHash(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Who signed a hash of 32 bytes.
   *
   * @param signature as of {@link #signer}
   * @return empty when it is no such signature
   */
  public static Optional<Address> signerOf(byte[] hash, String signature) {
    if (!SIGNATURE.matcher(signature).matches()) {
      return Optional.empty();
    }
    byte[] bytes = HexFormat.of().parseHex(signature.substring(2));
    byte[] r = Arrays.copyOfRange(bytes, 0, 32);
    byte[] s = Arrays.copyOfRange(bytes, 32, 64);
    byte v = bytes[64];
    if (!inRange(new BigInteger(1, r), ORDER.subtract(BigInteger.ONE))
        || !inRange(new BigInteger(1, s), HALF_ORDER)
        || (v != 27 && v != 28)) {
      return Optional.empty();
    }
    try {
      BigInteger key = Sign.signedMessageHashToKey(hash, new Sign.SignatureData(v, r, s));
      return Optional.of(new Address(Keys.toChecksumAddress(Keys.getAddress(key))));
    } catch (SignatureException | RuntimeException e) {
      // r is no point of the curve: nobody signed this.
      return Optional.empty();
    }
  }

  private static boolean inRange(BigInteger number, BigInteger max) {
    return number.signum() > 0 && number.compareTo(max) <= 0;
  }
}
