package chat.parley.keys.boundary;

import chat.parley.keys.KeysLog;
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
import org.jspecify.annotations.Nullable;

/** Removes keys and Welcomes that nobody can use any more; every instance may. */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class KeysStart {

  @Resource private ManagedScheduledExecutorService scheduler;
  @EJB private KeysSweep sweep;

  private @Nullable RepeatedTask task;

  @PostConstruct
  void start() {
    task =
        RepeatedTask.start(scheduler, Limits.KEYS_SWEEP, this::sweepOnce, KeysLog.LOG::sweepFailed);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
  }

  private boolean sweepOnce() {
    sweep.sweep();
    return false;
  }
}
