package chat.parley.sealing.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.Unavailable;
import chat.parley.sealing.PersonalSealer;
import chat.parley.sealing.SealBroken;
import chat.parley.sealing.Sealer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The keys of people, one for each, made when it is first needed, each sealed in its row.
 *
 * <p>Sealed bytes are, one after the other: version 2 (1 byte), nonce (12), AES-256-GCM ciphertext
 * with its tag of 16 bytes. The tag covers the version, the id of the person, and the associated
 * data. Version 1 is that of {@link EnvelopeSealer}.
 */
final class StoredPersonalSealer implements PersonalSealer {

  private static final byte VERSION = 2;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int KEY_BYTES = 32;

  private static final String READ = "SELECT sealed FROM sealing_personal_key WHERE account = ?";

  private static final String MAKE =
      "INSERT INTO sealing_personal_key (account, sealed) VALUES (?, ?) ON CONFLICT DO NOTHING";

  private final DataSource database;
  private final Sealer sealer;
  private final SecureRandom random;
  private final Cache<UUID, SecretKey> keys =
      Caffeine.newBuilder()
          .maximumSize(Limits.PERSONAL_KEYS_IN_MIND)
          .expireAfterWrite(Limits.PERSONAL_KEY_IN_MIND)
          .build();

  /**
   * The keys.
   *
   * @param database outside the caller's transaction: a key must stay when the caller rolls back
   */
  StoredPersonalSealer(DataSource database, Sealer sealer, SecureRandom random) {
    this.database = database;
    this.sealer = sealer;
    this.random = random;
  }

  @Override
  public byte[] seal(AccountId person, byte[] plain, byte[] associated) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] ciphertext =
          cipher(Cipher.ENCRYPT_MODE, key(person, true), nonce, person, associated).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE + ciphertext.length)
          .put(VERSION)
          .put(nonce)
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM seals any bytes", e);
    }
  }

  @Override
  public byte[] unseal(AccountId person, byte[] sealed, byte[] associated) {
    if (sealed.length > 0 && sealed[0] != VERSION) {
      return sealer.unseal(sealed, associated);
    }
    if (sealed.length < 1 + NONCE + TAG) {
      throw new SealBroken();
    }
    byte[] nonce = new byte[NONCE];
    System.arraycopy(sealed, 1, nonce, 0, NONCE);
    try {
      return cipher(Cipher.DECRYPT_MODE, key(person, false), nonce, person, associated)
          .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    } catch (GeneralSecurityException e) {
      throw new SealBroken();
    }
  }

  private static Cipher cipher(
      int mode, SecretKey key, byte[] nonce, AccountId person, byte[] associated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
    UUID id = person.value();
    cipher.updateAAD(
        ByteBuffer.allocate(1 + 2 * Long.BYTES)
            .put(VERSION)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
    cipher.updateAAD(associated);
    return cipher;
  }

  private SecretKey key(AccountId person, boolean make) {
    SecretKey cached = keys.getIfPresent(person.value());
    if (cached != null) {
      return cached;
    }
    byte[] stored = stored(person, make);
    if (stored == null) {
      throw new SealBroken();
    }
    SecretKey key = new SecretKeySpec(sealer.unseal(stored, place(person)), "AES");
    keys.put(person.value(), key);
    return key;
  }

  /** Null where there is no key, or none any more. */
  private byte @Nullable [] stored(AccountId person, boolean make) {
    try (Connection connection = database.getConnection()) {
      byte[] stored = read(connection, person);
      if (stored == null && make) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        try (PreparedStatement insert = connection.prepareStatement(MAKE)) {
          insert.setObject(1, person.value());
          insert.setBytes(2, sealer.seal(fresh, place(person)));
          insert.executeUpdate();
        }
        // Another instance may have been faster, or the key was destroyed.
        stored = read(connection, person);
      }
      return stored;
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("The keys of stored data cannot be read now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  private static byte @Nullable [] read(Connection connection, AccountId person)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setObject(1, person.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    }
  }

  /** What the sealed key of a person is bound to. */
  private static byte[] place(AccountId person) {
    return ("sealing_personal_key/sealed/" + person).getBytes(StandardCharsets.US_ASCII);
  }
}
