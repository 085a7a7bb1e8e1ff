package chat.parley.ethereum.control;

import chat.parley.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** What ethereum keeps one of. */
@ApplicationScoped
class EthereumBeans {

  @Produces
  @Singleton
  static ContractWallets contractWallets(Config config) {
    ChainSettings settings =
        Settings.read(ChainSettings.class, key -> config.getOptionalValue(key, String.class));
    return new ContractWallets(settings.addresses());
  }
}
