package chat.parley.trust.control;

import chat.parley.platform.Unavailable;
import chat.parley.sealing.Sealer;
import chat.parley.trust.TrustLog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign checkpoints (C2SP, signed notes and checkpoints). Their private halves lie
 * sealed in the database under the master key; the first instance that needs one makes it. All
 * generations sign, so that whoever knows an old key believes the new one.
 */
public final class CheckpointKeys {

  /** The kind of signature: Ed25519. */
  private static final byte KIND = 1;

  private static final int ID_BYTES = 4;

  private static final String READ =
      "SELECT public_key, sealed FROM key_log_key WHERE generation = ?";

  private static final String MAKE =
      "INSERT INTO key_log_key (generation, public_key, sealed) VALUES (?, ?, ?)"
          + " ON CONFLICT DO NOTHING";

  private final DataSource database;
  private final Sealer sealer;
  private final SecureRandom random;
  private final int generations;

  private volatile @Nullable List<Key> known;

  /**
   * The keys.
   *
   * @param database outside the caller's transaction: a key must stay when the caller rolls back
   */
  CheckpointKeys(DataSource database, Sealer sealer, SecureRandom random, TrustSettings settings) {
    this.database = database;
    this.sealer = sealer;
    this.random = random;
    this.generations = settings.keyGeneration();
  }

  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  private record Key(byte[] publicKey, byte[] secret) {}

  /** A note that says so much of the log, signed by all keys. */
  public String note(String origin, long size, byte[] root) {
    String text = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return keys(origin).stream()
        .map(
            key ->
                "\u2014 "
                    + origin
                    + " "
                    + base64(id(origin, key.publicKey()), Ed25519.sign(key.secret(), content))
                    + "\n")
        .collect(Collectors.joining("", text + "\n", ""));
  }

  /** The public keys, as verifier keys of signed notes: name, id and key. */
  public List<String> verifiers(String origin) {
    return keys(origin).stream().map(key -> verifier(origin, key.publicKey())).toList();
  }

  private static String verifier(String origin, byte[] publicKey) {
    return origin
        + "+"
        + HexFormat.of().formatHex(id(origin, publicKey))
        + "+"
        + base64(new byte[] {KIND}, publicKey);
  }

  private static String base64(byte[] one, byte[] other) {
    byte[] whole = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, whole, one.length, other.length);
    return Base64.getEncoder().encodeToString(whole);
  }

  private static byte[] id(String origin, byte[] publicKey) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(origin.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      digest.update(KIND);
      digest.update(publicKey);
      return Arrays.copyOf(digest.digest(), ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private List<Key> keys(String origin) {
    List<Key> keys = known;
    if (keys == null) {
      try (Connection connection = database.getConnection()) {
        List<Key> read = new ArrayList<>();
        for (int generation = 1; generation <= generations; generation++) {
          read.add(key(connection, generation, origin));
        }
        keys = List.copyOf(read);
        known = keys;
      } catch (SQLException e) {
        Unavailable unavailable = new Unavailable("The log of keys cannot be reached now.");
        unavailable.initCause(e);
        throw unavailable;
      }
    }
    return keys;
  }

  private Key key(Connection connection, int generation, String origin) throws SQLException {
    Key found = read(connection, generation);
    if (found != null) {
      return found;
    }
    Ed25519.Pair made = Ed25519.make(random);
    try (PreparedStatement make = connection.prepareStatement(MAKE)) {
      make.setInt(1, generation);
      make.setBytes(2, made.publicKey());
      make.setBytes(3, sealer.seal(made.secret(), associated(generation)));
      if (make.executeUpdate() > 0) {
        TrustLog.LOG.keyMade(generation, verifier(origin, made.publicKey()));
      }
    }
    // Perhaps another instance was faster.
    found = read(connection, generation);
    if (found == null) {
      throw new IllegalStateException("a key that was written is gone");
    }
    return found;
  }

  private @Nullable Key read(Connection connection, int generation) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setInt(1, generation);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new Key(row.getBytes(1), sealer.unseal(row.getBytes(2), associated(generation)))
            : null;
      }
    }
  }

  private static byte[] associated(int generation) {
    return ("key_log_key/sealed/" + generation).getBytes(StandardCharsets.US_ASCII);
  }
}
