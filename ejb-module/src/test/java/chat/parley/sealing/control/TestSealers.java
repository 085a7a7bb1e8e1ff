package chat.parley.sealing.control;

import chat.parley.sealing.Sealer;
import java.security.SecureRandom;
import java.time.Clock;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/** Sealers for the tests of the features above. */
public final class TestSealers {

  private TestSealers() {}

  /** The real sealer over this database, with a master key of zeros. */
  public static Sealer over(DataSource database) {
    return new LocalKeystoreSealer(
        new SecretKeySpec(new byte[32], "AES"), database, Clock.systemUTC(), new SecureRandom());
  }
}
