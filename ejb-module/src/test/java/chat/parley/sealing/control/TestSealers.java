package chat.parley.sealing.control;

import chat.parley.sealing.PersonalSealer;
import chat.parley.sealing.Sealer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/** Sealers for the tests of the features above. */
public final class TestSealers {

  private TestSealers() {}

  /** The real sealer over this database, with a master key of zeros. */
  public static Sealer over(DataSource database) {
    return with(database, Clock.systemUTC(), master("keystore:master", 0));
  }

  /** The real sealer of what concerns people, over the same. */
  public static PersonalSealer personal(DataSource database) {
    return new StoredPersonalSealer(database, over(database), new SecureRandom());
  }

  /** An instance that knows these master keys. */
  static EnvelopeSealer with(DataSource database, Clock clock, MasterKey... masters) {
    return new EnvelopeSealer(
        new MasterKeys(List.of(masters)), new DataKeyTable(database), clock, new SecureRandom());
  }

  /** A master key of such bytes in a key store. */
  static MasterKey master(String name, int filledWith) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) filledWith);
    return new KeystoreMasterKey(name, new SecretKeySpec(bytes, "AES"), new SecureRandom());
  }
}
