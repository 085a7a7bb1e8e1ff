package chat.parley.identity.boundary;

import chat.parley.identity.AccountView;
import chat.parley.platform.AccountId;
import java.util.Collection;
import java.util.Map;

/** Look people up. */
public class Accounts {

  /** The accounts that exist among these. */
  public Map<AccountId, AccountView> views(Collection<AccountId> accounts) {
    throw new UnsupportedOperationException("signature only");
  }
}
