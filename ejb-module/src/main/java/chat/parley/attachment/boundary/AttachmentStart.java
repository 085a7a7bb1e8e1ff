package chat.parley.attachment.boundary;

import chat.parley.attachment.AttachmentLog;
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

/** Removes the files of messages that are gone; every instance may, the rows do not mind. */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class AttachmentStart {

  @Resource private ManagedScheduledExecutorService scheduler;
  @EJB private AttachmentSteps steps;

  private @Nullable RepeatedTask task;

  @PostConstruct
  void start() {
    task =
        RepeatedTask.start(
            scheduler,
            Limits.ATTACHMENT_SWEEP,
            () -> steps.sweep(),
            AttachmentLog.LOG::sweepFailed);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
  }
}
