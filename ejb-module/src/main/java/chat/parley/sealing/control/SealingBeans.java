package chat.parley.sealing.control;

import chat.parley.platform.ServerKeys;
import chat.parley.platform.Unpooled;
import chat.parley.sealing.BlindIndex;
import chat.parley.sealing.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;

/** Chooses the sealer, and keeps the blind index. */
@ApplicationScoped
class SealingBeans {

  @Produces
  @Singleton
  static Sealer sealer(
      ServerKeys keys, @Unpooled DataSource database, Clock clock, SecureRandom random) {
    return new LocalKeystoreSealer(keys, database, clock, random);
  }

  @Produces
  @Singleton
  static BlindIndex blindIndex(@Unpooled DataSource database, Sealer sealer, SecureRandom random) {
    return new StoredBlindIndex(database, sealer, random);
  }
}
