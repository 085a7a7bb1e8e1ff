package chat.parley.ethereum.control;

import chat.parley.budget.Budget;
import chat.parley.budget.boundary.Budgets;
import chat.parley.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** What ethereum keeps one of. */
@ApplicationScoped
class EthereumBeans {

  @Produces
  @Singleton
  static ChainSettings chainSettings(Config config) {
    return Settings.read(ChainSettings.class, key -> config.getOptionalValue(key, String.class));
  }

  @Produces
  @Singleton
  static ChainNodes chainNodes(ChainSettings settings, Budgets budgets) {
    return new ChainNodes(settings.addresses(), call(budgets));
  }

  @Produces
  @Singleton
  static PaymentChains paymentChains(Config config, Clock clock, Budgets budgets) {
    Function<String, Optional<String>> lookup = key -> config.getOptionalValue(key, String.class);
    return PaymentChains.of(
        Settings.read(ChainsSettings.class, lookup), lookup, clock, call(budgets));
  }

  private static Runnable call(Budgets budgets) {
    return () -> budgets.spend(Budget.RPC, 1);
  }

  @Produces
  @Singleton
  static ContractWallets contractWallets(ChainNodes nodes) {
    return new ContractWallets(nodes);
  }

  @Produces
  @Singleton
  static NameService nameService(ChainNodes nodes, ChainSettings settings) {
    return new NameService(nodes, settings.names());
  }

  @Produces
  @Singleton
  static NameCache nameCache(NameService names) {
    return new NameCache(names::nameOf);
  }
}
