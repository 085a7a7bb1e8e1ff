package chat.parley.journal;

import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A committed entry of a stream.
 *
 * @param seq its place, from 1, without gaps
 * @param at when the server wrote it; for display only
 * @param by the account that caused it; null for the system
 * @param device the device that sent it; null unless a device did
 * @param cid the idempotency key of the device; null for entries the server made
 * @param hash the link of the stream's hash chain
 * @param body the exact text that was hashed; null once it was erased
 * @param expiresAt when the body is erased, or was; null for a body that stays until somebody
 *     erases it
 */
public record Entry(
    StreamId stream,
    long seq,
    String kind,
    Instant at,
    @Nullable AccountId by,
    @Nullable DeviceId device,
    @Nullable UUID cid,
    EntryHash hash,
    @Nullable String body,
    @Nullable Instant expiresAt) {

  /** An entry whose body stays until somebody erases it. */
  public Entry(
      StreamId stream,
      long seq,
      String kind,
      Instant at,
      @Nullable AccountId by,
      @Nullable DeviceId device,
      @Nullable UUID cid,
      EntryHash hash,
      @Nullable String body) {
    this(stream, seq, kind, at, by, device, cid, hash, body, null);
  }

  /** Whether the time of its body is over. */
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** The same entry as it is once its body was erased. */
  public Entry withoutBody() {
    return new Entry(stream, seq, kind, at, by, device, cid, hash, null, expiresAt);
  }
}
