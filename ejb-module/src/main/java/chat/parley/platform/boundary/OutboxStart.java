package chat.parley.platform.boundary;

import chat.parley.platform.Limits;
import chat.parley.platform.RepeatedTask;
import chat.parley.platform.control.OutboxRelay;
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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the outbox again and again, on a thread of its own from the container: it waits for
 * the broker, which the other tasks of the container's scheduler must not have to.
 */
@Singleton
@Startup
@DependsOn("PlatformStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxStart {

  @Resource private ManagedThreadFactory threads;
  @Inject private OutboxRelay relay;

  private @Nullable ScheduledThreadPoolExecutor thread;
  private @Nullable RepeatedTask task;

  @PostConstruct
  void start() {
    thread = new ScheduledThreadPoolExecutor(1, threads);
    task = RepeatedTask.start(thread, Limits.OUTBOX_SWEEP, relay::carrySome, relay::tellTrouble);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
    if (thread != null) {
      thread.shutdownNow();
    }
    relay.close();
  }
}
