package chat.parley.sealing.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The rows of personal keys, in the caller's transaction. */
@ApplicationScoped
public class PersonalKeyRows {

  private static final String DESTROY =
      "INSERT INTO sealing_personal_key (account, sealed) VALUES (?, NULL)"
          + " ON CONFLICT (account) DO UPDATE SET sealed = NULL";

  @Inject private AccountRows rows;

  /** Leaves of the key that there was one, so that no other is made. */
  public void destroy(AccountId person) {
    rows.change(person, connection -> connection.prepareStatement(DESTROY));
  }
}
