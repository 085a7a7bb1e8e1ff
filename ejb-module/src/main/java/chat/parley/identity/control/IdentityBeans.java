package chat.parley.identity.control;

import chat.parley.identity.PublicOrigins;
import chat.parley.identity.WalletConnect;
import chat.parley.platform.InstanceId;
import chat.parley.platform.ServerKeys;
import chat.parley.platform.Settings;
import chat.parley.quota.boundary.Quotas;
import chat.parley.sealing.Sealer;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** The settings of identity, and what it keeps one of. */
@ApplicationScoped
class IdentityBeans {

  @EJB private Quotas quotas;

  @Produces
  @Singleton
  static IdentitySettings settings(Config config) {
    return Settings.read(IdentitySettings.class, key -> config.getOptionalValue(key, String.class));
  }

  @Produces
  @Singleton
  static PublicOrigins origins(IdentitySettings settings) {
    return new PublicOrigins(settings.origins());
  }

  @Produces
  @Singleton
  static WalletConnect walletConnect(Config config) {
    return Settings.read(WalletConnect.class, key -> config.getOptionalValue(key, String.class));
  }

  @Produces
  @Singleton
  static SiweRules siweRules(PublicOrigins origins, IdentitySettings settings, Clock clock) {
    return new SiweRules(origins, settings.chainIds(), clock);
  }

  @Produces
  @Singleton
  static PasskeyRules passkeyRules(PublicOrigins origins) {
    return new PasskeyRules(origins);
  }

  @Produces
  @Singleton
  static OidcSettings oidcSettings(Config config) {
    return Settings.read(OidcSettings.class, key -> config.getOptionalValue(key, String.class));
  }

  @Produces
  @Singleton
  static Issuers issuers(OidcSettings settings, Config config, Clock clock) {
    return Issuers.of(settings, key -> config.getOptionalValue(key, String.class), clock);
  }

  @Produces
  @Singleton
  static PasswordHasher hasher(SecureRandom random) {
    return new PasswordHasher(random);
  }

  @Produces
  @Singleton
  static BreachedPasswords breachedPasswords() {
    return new BreachedPasswords();
  }

  @Produces
  @Singleton
  DoorLimits doorLimits(IdentitySettings settings) {
    return new DoorLimits(settings.gatewayAddresses(), (quota, key) -> quotas.take(quota, key));
  }

  @Produces
  @Singleton
  static OpenSessions openSessions(Clock clock) {
    return new OpenSessions(clock);
  }

  @Produces
  @Singleton
  static TokenIssuer tokens(ServerKeys keys, IdentitySettings settings, Clock clock) {
    return new TokenIssuer(keys, settings, clock);
  }

  @Produces
  @Singleton
  static ControlMessages controlMessages(Sealer sealer, InstanceId instance) {
    return new ControlMessages(sealer, instance);
  }
}
