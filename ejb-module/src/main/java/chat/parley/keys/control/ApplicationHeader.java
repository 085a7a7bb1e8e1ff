package chat.parley.keys.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.NotAnMlsMessage;
import chat.parley.platform.WireBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * What can be read of an application message without any key (RFC 9420, section 6.3). Every message
 * comes by here, so it is read without more than its bytes.
 */
public final class ApplicationHeader {

  /** Version, wire format, group with its length, epoch, type of the content. */
  private static final int BYTES = 2 + 2 + 1 + 16 + 8 + 1;

  private static final int CHARACTERS = BYTES / 3 * 4;
  private static final int EPOCH_AT = 2 + 2 + 1 + 16;

  private ApplicationHeader() {}

  /**
   * Makes sure that a body is an application message of this group and epoch, from its first byte
   * to its last.
   *
   * @throws NotAnMlsMessage when it is not
   */
  public static void require(String body, ConversationId conversation, long epoch) {
    byte[] bytes = WireBytes.decode(body);
    if (bytes == null) {
      throw new NotAnMlsMessage("The body is no base64url without padding.");
    }
    try {
      MlsReader in = Mls.message(bytes, Mls.PRIVATE_MESSAGE);
      byte[] group = in.opaque(Long.BYTES * 2, "the group");
      if (!isIn(group, conversation)) {
        throw new Malformed("it is of another group");
      }
      if (in.uint64() != epoch) {
        throw new Malformed("it is of another epoch than it says");
      }
      in.require(Mls.APPLICATION, in.uint8(), "the type of the content");
      in.skipVector();
      in.skipVector();
      in.skipVector();
      in.requireEnd();
    } catch (Malformed e) {
      throw new NotAnMlsMessage("The body is no application message: " + e.getMessage() + ".");
    }
  }

  /**
   * Whether the SHA-256 of a text stands first in what the author of a message has signed and not
   * encrypted (RFC 9420, section 6.3.1).
   *
   * @param body what {@link #require} has let pass
   */
  public static boolean isCommittedTo(String body, String text) {
    byte[] commitment = Signatures.sha256(text.getBytes(StandardCharsets.UTF_8));
    byte[] signed = authenticatedData(body);
    return signed.length >= commitment.length
        && Arrays.equals(commitment, Arrays.copyOf(signed, commitment.length));
  }

  private static byte[] authenticatedData(String body) {
    try {
      MlsReader in = Mls.message(Base64.getUrlDecoder().decode(body), Mls.PRIVATE_MESSAGE);
      in.skipVector();
      in.uint64();
      in.uint8();
      return in.opaque();
    } catch (Malformed e) {
      throw new IllegalArgumentException("This message was not let pass.", e);
    }
  }

  /** Whether this is the id of the conversation's group: the bytes of its own. */
  static boolean isIn(byte[] group, ConversationId conversation) {
    if (group.length != Long.BYTES * 2) {
      return false;
    }
    ByteBuffer id = ByteBuffer.wrap(group);
    return new UUID(id.getLong(), id.getLong()).equals(conversation.value());
  }

  /** The epoch of a body that {@link #require} has let pass. */
  static long epoch(String body) {
    byte[] header = Base64.getUrlDecoder().decode(body.substring(0, CHARACTERS));
    return ByteBuffer.wrap(header).getLong(EPOCH_AT);
  }
}
