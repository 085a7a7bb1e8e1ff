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
    @Nullable String body) {}
