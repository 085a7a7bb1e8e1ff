package chat.parley.sealing.control;

import chat.parley.platform.ServerKeys;
import chat.parley.platform.Settings;
import chat.parley.platform.Unpooled;
import chat.parley.sealing.BlindIndex;
import chat.parley.sealing.PersonalSealer;
import chat.parley.sealing.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Puts sealing together: where the master keys are, the sealer, and the blind index. */
@ApplicationScoped
class SealingBeans {

  @Produces
  @Singleton
  static MasterKeys masterKeys(Config config, ServerKeys keys, SecureRandom random) {
    SealingSettings settings =
        Settings.read(SealingSettings.class, key -> config.getOptionalValue(key, String.class));
    return new MasterKeys(
        settings.masters().stream().map(name -> masterKey(name, settings, keys, random)).toList());
  }

  private static MasterKey masterKey(
      String name, SealingSettings settings, ServerKeys keys, SecureRandom random) {
    if (name.startsWith(SealingSettings.KEYSTORE)) {
      return new KeystoreMasterKey(
          name, keys.aes(name.substring(SealingSettings.KEYSTORE.length())), random);
    }
    return new RemoteMasterKey(
        name.startsWith(SealingSettings.VAULT)
            ? new VaultMasterKey(name, settings.vault())
            : new KmsMasterKey(
                name,
                SealingSettings.region(name),
                settings.kmsEndpoint(),
                DefaultCredentialsProvider.builder().build()));
  }

  static void close(@Disposes MasterKeys keys) {
    keys.known().forEach(MasterKey::close);
  }

  @Produces
  @Singleton
  static DataKeyTable dataKeys(@Unpooled DataSource database) {
    return new DataKeyTable(database);
  }

  @Produces
  @Singleton
  static Sealer sealer(MasterKeys masters, DataKeyTable table, Clock clock, SecureRandom random) {
    return new EnvelopeSealer(masters, table, clock, random);
  }

  @Produces
  @Singleton
  static PersonalSealer personalSealer(
      @Unpooled DataSource database, Sealer sealer, SecureRandom random) {
    return new StoredPersonalSealer(database, sealer, random);
  }

  @Produces
  @Singleton
  static Rewrapping rewrapping(MasterKeys masters, DataKeyTable table) {
    return new Rewrapping(masters, table);
  }

  @Produces
  @Singleton
  static BlindIndex blindIndex(@Unpooled DataSource database, Sealer sealer, SecureRandom random) {
    return new StoredBlindIndex(database, sealer, random);
  }
}
