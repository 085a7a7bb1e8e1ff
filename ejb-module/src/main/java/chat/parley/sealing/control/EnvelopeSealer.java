package chat.parley.sealing.control;

import chat.parley.platform.Ids;
import chat.parley.platform.Unavailable;
import chat.parley.sealing.SealBroken;
import chat.parley.sealing.Sealer;
import chat.parley.sealing.SealingLog;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals with data keys that a master key wraps: the master key is asked once per data key, never
 * per message.
 *
 * <p>Sealed bytes are, one after the other: version 1 (1 byte), id of the data key (16), nonce
 * (12), AES-256-GCM ciphertext with its tag of 16 bytes. The tag covers the first 17 bytes and the
 * associated data.
 *
 * <p>Every instance seals with data keys of its own and unseals with everybody's. So the number of
 * seals under one key, which random nonces of 96 bits bound at 2^32 (NIST SP 800-38D, section 8.3),
 * can be counted without asking anybody.
 */
final class EnvelopeSealer implements Sealer {

  private static final byte VERSION = 1;
  private static final int HEADER = 1 + 16;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final long SEALS_PER_KEY = 1L << 31;
  private static final Duration KEY_AGE = Duration.ofDays(7);

  private final MasterKeys masters;
  private final DataKeyTable table;
  private final Clock clock;
  private final SecureRandom random;
  private final Cache<UUID, SecretKey> keys = Caffeine.newBuilder().maximumSize(10_000).build();

  /**
   * Ciphers between two uses, as many as were ever used at once. To look for a new one and to
   * expand its key costs more than to seal a message; a used one has its key still expanded.
   */
  private final Queue<Cipher> sealing = new ConcurrentLinkedQueue<>();

  private final Queue<Cipher> unsealing = new ConcurrentLinkedQueue<>();
  private volatile @Nullable ActiveKey active;

  /** The key this instance seals with now. */
  private record ActiveKey(UUID id, SecretKey key, Instant until, AtomicLong seals) {

    boolean serves(Instant now) {
      return now.isBefore(until) && seals.incrementAndGet() <= SEALS_PER_KEY;
    }
  }

  EnvelopeSealer(MasterKeys masters, DataKeyTable table, Clock clock, SecureRandom random) {
    this.masters = masters;
    this.table = table;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public byte[] seal(byte[] plain, byte[] associated) {
    ActiveKey current = active();
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = new byte[HEADER + NONCE + plain.length + TAG];
    ByteBuffer out = ByteBuffer.wrap(sealed);
    out.put(VERSION)
        .putLong(current.id().getMostSignificantBits())
        .putLong(current.id().getLeastSignificantBits())
        .put(nonce);
    try {
      Cipher cipher = cipher(sealing.poll(), Cipher.ENCRYPT_MODE, current.key(), nonce);
      cipher.updateAAD(sealed, 0, HEADER);
      cipher.updateAAD(associated);
      cipher.doFinal(plain, 0, plain.length, sealed, HEADER + NONCE);
      sealing.add(cipher);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM seals any bytes", e);
    }
  }

  @Override
  public byte[] unseal(byte[] sealed, byte[] associated) {
    if (sealed.length < HEADER + NONCE + TAG || sealed[0] != VERSION) {
      throw new SealBroken();
    }
    ByteBuffer in = ByteBuffer.wrap(sealed, 1, HEADER - 1 + NONCE);
    UUID id = new UUID(in.getLong(), in.getLong());
    byte[] nonce = new byte[NONCE];
    in.get(nonce);
    try {
      Cipher cipher = cipher(unsealing.poll(), Cipher.DECRYPT_MODE, known(id), nonce);
      cipher.updateAAD(sealed, 0, HEADER);
      cipher.updateAAD(associated);
      byte[] plain = cipher.doFinal(sealed, HEADER + NONCE, sealed.length - HEADER - NONCE);
      unsealing.add(cipher);
      return plain;
    } catch (GeneralSecurityException e) {
      throw new SealBroken();
    }
  }

  /** The used cipher made ready for a nonce, or a new one. */
  private static Cipher cipher(@Nullable Cipher used, int mode, SecretKey key, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = used == null ? Cipher.getInstance("AES/GCM/NoPadding") : used;
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
    return cipher;
  }

  private ActiveKey active() {
    Instant now = clock.instant();
    ActiveKey current = active;
    if (current != null && current.serves(now)) {
      return current;
    }
    synchronized (this) {
      current = active;
      if (current == null || !current.serves(now)) {
        current = newKey(now);
        active = current;
      }
      return current;
    }
  }

  private ActiveKey newKey(Instant now) {
    UUID id = Ids.next();
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    SecretKey key = new SecretKeySpec(bytes, "AES");
    try {
      // Committed before the first use: no byte is ever sealed under a key that could be lost.
      MasterKey master = masters.current();
      table.insert(new DataKeyTable.Wrapped(id, master.name(), master.wrap(id, bytes)), now);
    } catch (SQLException | GeneralSecurityException e) {
      throw unavailable(e);
    }
    keys.put(id, key);
    SealingLog.LOG.newDataKey(id);
    return new ActiveKey(id, key, now.plus(KEY_AGE), new AtomicLong(1));
  }

  private SecretKey known(UUID id) {
    SecretKey cached = keys.getIfPresent(id);
    if (cached != null) {
      return cached;
    }
    DataKeyTable.Wrapped wrapped;
    try {
      wrapped = table.find(id).orElseThrow(SealBroken::new);
    } catch (SQLException e) {
      throw unavailable(e);
    }
    try {
      MasterKey master =
          masters
              .named(wrapped.master())
              .orElseThrow(() -> new GeneralSecurityException("its master key is not known"));
      SecretKey key = new SecretKeySpec(master.unwrap(id, wrapped.bytes()), "AES");
      keys.put(id, key);
      return key;
    } catch (GeneralSecurityException e) {
      SealingLog.LOG.foreignDataKey(id, wrapped.master());
      throw new SealBroken();
    }
  }

  private static Unavailable unavailable(Exception cause) {
    Unavailable unavailable = new Unavailable("The keys of stored messages cannot be read now.");
    unavailable.initCause(cause);
    return unavailable;
  }
}
