package chat.parley.sealing.control;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** A master key that lies in the installation's own key store. Wraps by AES-256-GCM. */
final class KeystoreMasterKey implements MasterKey {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final String name;
  private final SecretKey key;
  private final SecureRandom random;

  KeystoreMasterKey(String name, SecretKey key, SecureRandom random) {
    this.name = name;
    this.key = key;
    this.random = random;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte[] wrap(UUID id, byte[] dataKey) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, id, nonce).doFinal(dataKey);
    return ByteBuffer.allocate(NONCE + wrapped.length).put(nonce).put(wrapped).array();
  }

  @Override
  public byte[] unwrap(UUID id, byte[] wrapped) throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, id, Arrays.copyOf(wrapped, NONCE))
        .doFinal(wrapped, NONCE, wrapped.length - NONCE);
  }

  private Cipher cipher(int mode, UUID id, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
    return cipher;
  }
}
