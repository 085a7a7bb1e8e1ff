package chat.parley.identity.boundary;

import chat.parley.identity.SessionId;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
import chat.parley.platform.AccountId;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Deleting one's own account, which nobody can undo. */
@ApplicationScoped
public class Deletions {

  @EJB private DeletionTransactions transactions;
  @Inject private Sessions sessions;

  /**
   * Deletes an account: on return nobody can sign in to it, its sessions have ended everywhere, and
   * its name is gone. What others see of it, and what is stored, goes within moments, by whichever
   * instance comes to it.
   *
   * @param typed the user name, as the person has typed it
   * @throws chat.parley.platform.InvalidInput when it is not his name
   * @throws chat.parley.identity.ReauthenticationNeeded when the last proof is too old
   */
  public void delete(AccountId account, SessionId session, String typed) {
    sessions.deleted(account, transactions.begin(new Caller(account, session), typed));
  }
}
