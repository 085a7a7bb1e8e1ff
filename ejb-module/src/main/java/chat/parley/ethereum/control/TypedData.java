package chat.parley.ethereum.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.ethereum.TypedMessage;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Map;
import org.web3j.crypto.Hash;

/** What is signed of a message of EIP-712. */
public final class TypedData {

  private static final String DOMAIN = "EIP712Domain(string name,string version)";
  private static final String ADDRESS = "address ";

  private TypedData() {}

  /** The digest: keccak-256 of 0x1901, the separator of the domain, and the hash of the message. */
  public static byte[] digest(TypedMessage message) {
    byte[] domain =
        hash(typeHash(DOMAIN), hash(utf8(message.domain())), hash(utf8(message.version())));
    ByteArrayOutputStream struct = new ByteArrayOutputStream();
    struct.writeBytes(
        typeHash(message.type() + "(" + String.join(",", message.fields().keySet()) + ")"));
    for (Map.Entry<String, String> field : message.fields().entrySet()) {
      struct.writeBytes(
          field.getKey().startsWith(ADDRESS)
              ? address(field.getValue())
              : hash(utf8(field.getValue())));
    }
    return hash(new byte[] {0x19, 0x01}, domain, Hash.sha3(struct.toByteArray()));
  }

  private static byte[] typeHash(String type) {
    return Hash.sha3(utf8(type));
  }

  private static byte[] address(String text) {
    byte[] word = new byte[32];
    System.arraycopy(HexFormat.of().parseHex(text.substring(2)), 0, word, 12, 20);
    return word;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] hash(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return Hash.sha3(whole.toByteArray());
  }
}
