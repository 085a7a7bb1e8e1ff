package chat.parley.sealing.boundary;

import chat.parley.platform.Limits;
import chat.parley.platform.RepeatedTask;
import chat.parley.sealing.SealingLog;
import chat.parley.sealing.control.Rewrapping;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Looks now and then for data keys that a former master key has wrapped, and wraps them again. */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class MasterKeyRotation {

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private Rewrapping rewrapping;

  private @Nullable RepeatedTask task;

  @PostConstruct
  void start() {
    task =
        RepeatedTask.start(
            scheduler, Limits.REWRAP_SWEEP, this::wrapAll, SealingLog.LOG::rewrappingFailed);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
  }

  private boolean wrapAll() {
    rewrapping.wrapAll();
    return false;
  }
}
