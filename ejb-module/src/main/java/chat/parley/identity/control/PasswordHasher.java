package chat.parley.identity.control;

import chat.parley.identity.Password;
import chat.parley.platform.Limits;
import chat.parley.platform.Turns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id (RFC 9106) with the parameters of OWASP ASVS 5, appendix C: 19 MiB, two passes, one
 * lane. Few hashes are computed at the same time, so that a flood of sign-ins takes neither the
 * memory nor the processors from the people who chat. Hashes of bcrypt, which came with accounts of
 * other systems, are verified and outdated.
 */
public class PasswordHasher {

  static final int MEMORY_KIB = 19_456;
  static final int PASSES = 2;
  static final int LANES = 1;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{22,86})\\$([A-Za-z0-9+/]{43,86})");

  private static final Pattern BCRYPT =
      Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-5])\\$[./A-Za-z0-9]{53}");

  private final Turns turns =
      new Turns(
          Limits.PASSWORD_HASHES, Limits.PASSWORD_HASH_WAIT, "Many people sign in at this moment.");
  private final SecureRandom random;

  /** A hash of nobody's password: verifying against it takes as long as against a real one. */
  private final String nobody;

  private final Argon2 argon2;

  /** How a hash is computed; a test counts how often. */
  interface Argon2 {
    byte[] hash(Password password, byte[] salt, int memory, int passes, int lanes, int length);
  }

  public PasswordHasher(SecureRandom random) {
    this(random, PasswordHasher::argon2id);
  }

  PasswordHasher(SecureRandom random, Argon2 argon2) {
    this.random = random;
    this.argon2 = argon2;
    this.nobody = text(salt(random), new byte[HASH_BYTES]);
  }

  /**
   * Hashes a password under a new salt.
   *
   * @return the PHC string
   */
  public String hash(Password password) {
    byte[] salt = salt(random);
    return text(
        salt, turns.take(() -> argon2.hash(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES)));
  }

  /**
   * Whether the password is the one of this hash.
   *
   * @param phc the hash in PHC string form, or of bcrypt; null when there is no such account: the
   *     answer is then false, after the same work as for an account with a hash of today
   */
  public boolean verify(Password password, @Nullable String phc) {
    if (phc != null && BCRYPT.matcher(phc).matches()) {
      return turns.take(() -> OpenBSDBCrypt.checkPassword(phc, password.value().toCharArray()));
    }
    Matcher parts = PHC.matcher(phc == null ? nobody : phc);
    if (!parts.matches()) {
      throw new IllegalStateException("a stored password hash is not in PHC form");
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] actual =
        turns.take(
            () ->
                argon2.hash(
                    password,
                    salt,
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)),
                    expected.length));
    return MessageDigest.isEqual(expected, actual) && phc != null;
  }

  /** Whether a hash was made with weaker parameters than today's. */
  public boolean isOutdated(String phc) {
    return !phc.startsWith(parameters());
  }

  private static byte[] argon2id(
      Password password, byte[] salt, int memory, int passes, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.value().getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  private static byte[] salt(SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private static String parameters() {
    return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";
  }

  private static String text(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return parameters() + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
  }
}
