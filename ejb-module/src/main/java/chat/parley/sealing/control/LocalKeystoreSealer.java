package chat.parley.sealing.control;

import chat.parley.platform.ServerKeys;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.sql.DataSource;

/** The sealer whose master key lies in the installation's own key store. */
final class LocalKeystoreSealer extends EnvelopeSealer {

  private static final int NONCE = 12;

  private final SecretKey master;
  private final SecureRandom random;

  LocalKeystoreSealer(ServerKeys keys, DataSource database, Clock clock, SecureRandom random) {
    this(keys.master(), database, clock, random);
  }

  LocalKeystoreSealer(SecretKey master, DataSource database, Clock clock, SecureRandom random) {
    super(new DataKeyTable(database), clock, random);
    this.master = master;
    this.random = random;
  }

  @Override
  String master() {
    return "keystore:master";
  }

  @Override
  byte[] wrap(UUID id, byte[] dataKey) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    Cipher cipher = cipher(Cipher.ENCRYPT_MODE, master, nonce);
    cipher.updateAAD(bytes(id));
    byte[] wrapped = cipher.doFinal(dataKey);
    return ByteBuffer.allocate(NONCE + wrapped.length).put(nonce).put(wrapped).array();
  }

  @Override
  byte[] unwrap(UUID id, byte[] wrapped) throws GeneralSecurityException {
    Cipher cipher = cipher(Cipher.DECRYPT_MODE, master, Arrays.copyOf(wrapped, NONCE));
    cipher.updateAAD(bytes(id));
    return cipher.doFinal(wrapped, NONCE, wrapped.length - NONCE);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
