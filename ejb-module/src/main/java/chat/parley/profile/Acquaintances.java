package chat.parley.profile;

import chat.parley.platform.AccountId;
import java.util.Collection;
import java.util.Map;

/** Who is in touch with whom; what stands above profiles knows. */
public interface Acquaintances {

  /** How the viewer stands to those among these people with whom he has to do. */
  Map<AccountId, Acquaintance> of(AccountId viewer, Collection<AccountId> people);
}
