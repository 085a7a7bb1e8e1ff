package chat.parley.trust.boundary;

import chat.parley.platform.Limits;
import chat.parley.platform.RepeatedTask;
import chat.parley.trust.TrustLog;
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

/** Continues the log of keys; every instance may. */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class TrustStart {

  @Resource private ManagedScheduledExecutorService scheduler;
  @EJB private KeyLogPlaces places;

  private @Nullable RepeatedTask task;

  @PostConstruct
  void start() {
    task =
        RepeatedTask.start(
            scheduler, Limits.KEY_LOG_PAUSE, places::place, TrustLog.LOG::cannotContinue);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
  }
}
