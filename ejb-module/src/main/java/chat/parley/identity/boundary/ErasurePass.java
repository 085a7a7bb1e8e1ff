package chat.parley.identity.boundary;

import chat.parley.identity.IdentityLog;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.RepeatedTask;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings deletions to their end, on every instance: one goes on where another has died. A step that
 * fails holds up no other deletion.
 */
@Singleton
@Startup
@DependsOn({"PlatformStart", "JournalStart"})
@TransactionManagement(TransactionManagementType.BEAN)
public class ErasurePass {

  @Resource private ManagedScheduledExecutorService scheduler;
  @EJB private DeletionTransactions transactions;
  @Inject private Sessions sessions;

  private boolean begun;
  private @Nullable RepeatedTask task;

  @PostConstruct
  void start() {
    task =
        RepeatedTask.start(
            scheduler, Limits.ERASURE_LOOK, this::pass, IdentityLog.LOG::erasureWaits);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
  }

  private boolean pass() {
    if (!begun) {
      transactions.revived().forEach(this::repeat);
      activateAll();
      begun = true;
    }
    Optional<AccountId> account = transactions.take();
    account.ifPresent(this::erase);
    Optional<AccountId> newcomer = transactions.overdue();
    newcomer.ifPresent(this::expire);
    return account.isPresent() || newcomer.isPresent();
  }

  /** Once for each start: the setting may be another one than before. */
  private void activateAll() {
    int waiting = transactions.activateAll();
    if (waiting > 0) {
      IdentityLog.LOG.newcomersActive(waiting);
    }
  }

  private void expire(AccountId newcomer) {
    sessions.deleted(newcomer, transactions.expire(newcomer));
  }

  private void repeat(AccountId account) {
    sessions.deleted(account, transactions.repeat(account));
    IdentityLog.LOG.deletedAgain(account);
  }

  private void erase(AccountId account) {
    try {
      while (transactions.step(account)) {
        // Each step stands by itself.
      }
    } catch (RuntimeException e) {
      IdentityLog.LOG.erasureFailed(account, e);
    }
  }
}
