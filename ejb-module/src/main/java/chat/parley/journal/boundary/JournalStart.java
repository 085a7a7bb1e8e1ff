package chat.parley.journal.boundary;

import chat.parley.journal.control.GroupCommit;
import chat.parley.journal.control.OtherWriters;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Gives the writer of the log its thread, and lets it finish when the application stops; and one to
 * who listens for other writers.
 */
@Singleton
@Startup
@DependsOn("PlatformStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JournalStart {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Resource private ManagedExecutorService threads;
  @Inject private GroupCommit groupCommit;
  @Inject private OtherWriters otherWriters;

  @PostConstruct
  void start() {
    threads.execute(groupCommit);
    threads.execute(otherWriters);
  }

  @PreDestroy
  void stop() {
    otherWriters.stop();
    try {
      groupCommit.stop(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
