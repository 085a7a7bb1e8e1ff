package chat.parley.ethereum.control;

import chat.parley.platform.Setting;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * On which chains people pay each other.
 *
 * @param chains their names, under which their settings stand ({@link PaymentChainSettings})
 */
record ChainsSettings(@Setting("parley.chains") Optional<List<String>> chains) {

  private static final int MOST = 20;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,31}");

  ChainsSettings {
    chains = chains.map(List::copyOf);
    List<String> all = chains.orElse(List.of());
    if (all.size() > MOST
        || !all.stream().allMatch(name -> NAME.matcher(name).matches())
        || new HashSet<>(all).size() < all.size()) {
      throw new IllegalArgumentException(
          "The setting parley.chains must be a list of at most "
              + MOST
              + " different names such as mainnet,base, each of 1 to 32 letters a-z and digits,"
              + " beginning with a letter.");
    }
  }

  List<String> names() {
    return chains.orElse(List.of());
  }
}
