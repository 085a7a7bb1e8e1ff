package chat.parley.journal;

import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be appended.
 *
 * @param kind a word of the wire such as {@code message}, 1 to 40 of {@code a-z . -}
 * @param by the account that caused it; null for the system
 * @param device the device that sent it; null unless a device did
 * @param cid the idempotency key of the device; null for entries the server makes
 * @param body the exact text that goes over the wire and into the hash
 */
public record NewEntry(
    StreamId stream,
    String kind,
    @Nullable AccountId by,
    @Nullable DeviceId device,
    @Nullable UUID cid,
    String body) {

  private static final Pattern KIND = Pattern.compile("[a-z][a-z.-]{0,39}");

  public NewEntry {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("kind: " + kind);
    }
    if ((cid == null) != (device == null)) {
      throw new IllegalArgumentException("an idempotency key belongs to a device");
    }
  }
}
