package chat.parley.platform.boundary;

import chat.parley.platform.PlatformLog;
import chat.parley.platform.control.StartSequence;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/**
 * The first thing an instance does. Whatever else begins at start-up declares
 * {@code @DependsOn("PlatformStart")} and finds the settings read, the keys there and the schema up
 * to date; when one of these is missing, the application does not start.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class PlatformStart {

  @Inject private StartSequence sequence;

  @PostConstruct
  void start() {
    try {
      sequence.run();
    } catch (RuntimeException e) {
      PlatformLog.LOG.cannotStart(String.valueOf(e.getMessage()), e);
      throw e;
    }
  }
}
