package chat.parley.mail.boundary;

import chat.parley.mail.MailLog;
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

/**
 * Finds mails that no job is about any more, and forgets those that ended long ago; every instance
 * may, the rows do not mind.
 */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class MailSweep {

  @Resource private ManagedScheduledExecutorService scheduler;
  @EJB private MailSteps steps;

  private @Nullable RepeatedTask task;

  @PostConstruct
  void start() {
    task =
        RepeatedTask.start(
            scheduler, Limits.MAIL_SWEEP, this::lookThrough, MailLog.LOG::sweepFailed);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
  }

  private boolean lookThrough() {
    steps.forget();
    int lost = steps.findLost();
    if (lost > 0) {
      MailLog.LOG.foundAgain(lost);
    }
    return false;
  }
}
