package chat.parley.ethereum.control;

import chat.parley.ethereum.Address;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers and addresses as nodes write them. What is written otherwise is no answer. */
final class Hex {

  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-fA-F]{1,64}");
  private static final Pattern ADDRESS_WORD = Pattern.compile("0x0{24}[0-9a-fA-F]{40}");

  /** More than a block or a nonce will ever need. */
  private static final int LONG_BITS = 62;

  private Hex() {}

  static String of(long number) {
    return "0x" + Long.toHexString(number);
  }

  static String of(BigInteger number) {
    return "0x" + number.toString(16);
  }

  static BigInteger number(String text) throws ChainNode.Away {
    if (!NUMBER.matcher(text).matches()) {
      throw new ChainNode.Away("it writes numbers in no known way");
    }
    return new BigInteger(text.substring(2), 16);
  }

  static BigInteger number(JsonValue value) throws ChainNode.Away {
    return number(value instanceof JsonString text ? text.getString() : "");
  }

  static long small(JsonValue value) throws ChainNode.Away {
    BigInteger number = number(value);
    if (number.bitLength() > LONG_BITS) {
      throw new ChainNode.Away("a number of it is too large");
    }
    return number.longValueExact();
  }

  static long small(JsonObject object, String member) throws ChainNode.Away {
    return small(object.getOrDefault(member, JsonValue.NULL));
  }

  static String text(JsonObject object, String member) throws ChainNode.Away {
    if (object.get(member) instanceof JsonString text) {
      return text.getString();
    }
    throw new ChainNode.Away("its answer lacks " + member);
  }

  static Address address(String text) throws ChainNode.Away {
    return Secp256k1.normalized(text.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> new ChainNode.Away("it writes addresses in no known way"));
  }

  /** Whether a word of 32 bytes is an address, with zeros in front. */
  static boolean isAddressWord(String word) {
    return ADDRESS_WORD.matcher(word).matches();
  }

  static Address addressOfWord(String word) throws ChainNode.Away {
    return address("0x" + word.substring(word.length() - 40));
  }
}
