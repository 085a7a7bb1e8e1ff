package chat.parley.ethereum.control;

import java.util.Map;
import java.util.Optional;

/** What is publicly known of chains, so that an operator only has to name a node. */
final class KnownChains {

  private static final Map<String, Map<String, String>> FACTS =
      Map.of(
          "mainnet",
          Map.of(
              "id", "1",
              "label", "Ethereum",
              "explorer", "https://etherscan.io/tx/{hash}",
              "tokens",
                  "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48 USDC 6 USD Coin,"
                      + " 0x6B175474E89094C44Da98b954EedeAC495271d0F DAI 18 Dai Stablecoin"),
          "base",
          Map.of(
              "id", "8453",
              "label", "Base",
              "explorer", "https://basescan.org/tx/{hash}",
              "block-time", "PT2S",
              "tokens", "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913 USDC 6 USD Coin"),
          "sepolia",
          Map.of(
              "id", "11155111",
              "label", "Sepolia (test network)",
              "explorer", "https://sepolia.etherscan.io/tx/{hash}",
              "tokens", "0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238 USDC 6 USD Coin (test)"));

  private KnownChains() {}

  /** The value of {@code parley.chains.NAME.what} for a chain that everybody knows. */
  static Optional<String> fact(String chain, String what) {
    return Optional.ofNullable(FACTS.getOrDefault(chain, Map.of()).get(what));
  }
}
