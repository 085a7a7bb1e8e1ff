package chat.parley.identity;

import chat.parley.platform.AccountId;
import java.util.List;

/**
 * An account as others may see it.
 *
 * @param wallets EIP-55 addresses; empty when the viewer is not the account itself
 */
public record AccountView(AccountId id, String username, List<String> wallets) {

  public AccountView {
    wallets = List.copyOf(wallets);
  }
}
