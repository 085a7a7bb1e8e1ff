package chat.parley.message.boundary;

import chat.parley.message.control.WatermarkWriter;
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

/** Gives the writer of watermarks its thread, and lets it finish when the application stops. */
@Singleton
@Startup
@DependsOn("JournalStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MessageStart {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Resource private ManagedExecutorService threads;
  @Inject private WatermarkWriter watermarks;

  @PostConstruct
  void start() {
    threads.execute(watermarks);
  }

  @PreDestroy
  void stop() {
    try {
      watermarks.stop(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
