package chat.parley.sealing.control;

import chat.parley.platform.Unavailable;
import chat.parley.sealing.BlindIndex;
import chat.parley.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The blind index whose key lies sealed in the database. It is apart from the master key, so that
 * this one may change; the first instance that needs it makes it.
 */
final class StoredBlindIndex implements BlindIndex {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final byte[] PLACE =
      "blind_index_key/sealed/1".getBytes(StandardCharsets.US_ASCII);

  private static final String READ = "SELECT sealed FROM blind_index_key WHERE id = 1";

  private static final String MAKE =
      "INSERT INTO blind_index_key (id, sealed) VALUES (1, ?) ON CONFLICT DO NOTHING";

  private final DataSource database;
  private final Sealer sealer;
  private final SecureRandom random;
  private final AtomicReference<@Nullable SecretKeySpec> known = new AtomicReference<>();

  /**
   * The index.
   *
   * @param database outside the caller's transaction: the key must stay when the caller rolls back
   */
  StoredBlindIndex(DataSource database, Sealer sealer, SecureRandom random) {
    this.database = database;
    this.sealer = sealer;
    this.random = random;
  }

  @Override
  public byte[] of(String purpose, String canonical) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      // No purpose holds it, so that no two pairs are the same bytes.
      mac.update((byte) 0);
      return mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private SecretKeySpec key() {
    SecretKeySpec key = known.get();
    if (key == null) {
      key = new SecretKeySpec(sealer.unseal(stored(), PLACE), ALGORITHM);
      known.set(key);
    }
    return key;
  }

  private byte[] stored() {
    try (Connection connection = database.getConnection()) {
      byte[] sealed = read(connection);
      if (sealed == null) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        try (PreparedStatement make = connection.prepareStatement(MAKE)) {
          make.setBytes(1, sealer.seal(fresh, PLACE));
          make.executeUpdate();
        }
        // Perhaps another instance was faster.
        sealed = read(connection);
      }
      if (sealed == null) {
        throw new IllegalStateException("a key that was written is gone");
      }
      return sealed;
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("This cannot be looked for now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  private static byte @Nullable [] read(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getBytes(1) : null;
    }
  }
}
