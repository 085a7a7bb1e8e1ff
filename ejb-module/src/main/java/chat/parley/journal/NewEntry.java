package chat.parley.journal;

import chat.parley.media.MediaId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be appended.
 *
 * @param kind a word of the wire such as {@code message}, 1 to 40 of {@code a-z . -}
 * @param by the account that caused it; null for the system
 * @param device the device that sent it; null unless a device did
 * @param cid the idempotency key of the device; null for entries the server makes
 * @param body the exact text that goes over the wire and into the hash
 * @param expiresIn how long after it was written the body is erased; null for a body that stays
 * @param attention whom it is worth calling who is away
 * @param erases entries of the same stream, committed before, whose bodies are erased for ever in
 *     the transaction that writes this one; those that do not exist are passed over
 * @param attachments uploads that belong to this entry from its commit on
 */
public record NewEntry(
    StreamId stream,
    String kind,
    @Nullable AccountId by,
    @Nullable DeviceId device,
    @Nullable UUID cid,
    String body,
    @Nullable Duration expiresIn,
    Attention attention,
    List<Long> erases,
    List<MediaId> attachments) {

  private static final int KIND_LENGTH = 40;

  public NewEntry {
    if (!isKind(kind)) {
      throw new IllegalArgumentException("kind: " + kind);
    }
    if ((cid == null) != (device == null)) {
      throw new IllegalArgumentException("an idempotency key belongs to a device");
    }
    if (expiresIn != null && (expiresIn.isZero() || expiresIn.isNegative())) {
      throw new IllegalArgumentException("expiresIn: " + expiresIn);
    }
    erases = List.copyOf(erases);
    attachments = List.copyOf(attachments);
  }

  /** Each message comes by here: a regular expression would cost more than all else. */
  private static boolean isKind(String kind) {
    if (kind.isEmpty() || kind.length() > KIND_LENGTH || !isLetter(kind.charAt(0))) {
      return false;
    }
    for (int i = 1; i < kind.length(); i++) {
      char c = kind.charAt(i);
      if (!isLetter(c) && c != '.' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** An entry that stays, erases nothing, and calls nobody who is away. */
  public NewEntry(
      StreamId stream,
      String kind,
      @Nullable AccountId by,
      @Nullable DeviceId device,
      @Nullable UUID cid,
      String body) {
    this(stream, kind, by, device, cid, body, null, Attention.NONE, List.of(), List.of());
  }

  /** The same entry with a body that is erased after this time; null for one that stays. */
  public NewEntry expiring(@Nullable Duration after) {
    return new NewEntry(stream, kind, by, device, cid, body, after, attention, erases, attachments);
  }

  /** The same entry, worth calling these. */
  public NewEntry calling(Attention wanted) {
    return new NewEntry(
        stream, kind, by, device, cid, body, expiresIn, wanted, erases, attachments);
  }

  /** The same entry, erasing the bodies of these entries of its stream. */
  public NewEntry erasing(List<Long> seqs) {
    return new NewEntry(
        stream, kind, by, device, cid, body, expiresIn, attention, seqs, attachments);
  }
}
