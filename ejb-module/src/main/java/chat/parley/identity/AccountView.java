package chat.parley.identity;

import chat.parley.platform.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as others may see it.
 *
 * @param wallets EIP-55 addresses; empty when the viewer is not the account itself
 * @param newcomerUntil when the account is erased unless its e-mail address is verified before;
 *     null when it is active, as it is for everybody but its owner
 */
public record AccountView(
    AccountId id, String username, List<String> wallets, @Nullable Instant newcomerUntil) {

  public AccountView {
    wallets = List.copyOf(wallets);
  }

  /** An active account. */
  public AccountView(AccountId id, String username, List<String> wallets) {
    this(id, username, wallets, null);
  }

  /** Whether the account is not active yet. */
  public boolean isNewcomer() {
    return newcomerUntil != null;
  }
}
