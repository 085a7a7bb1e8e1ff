package chat.parley.realtime.boundary;

import chat.parley.platform.Limits;
import chat.parley.platform.RepeatedTask;
import chat.parley.realtime.RealtimeLog;
import chat.parley.realtime.control.CatchUp;
import chat.parley.realtime.control.NewsPublisher;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedExecutors;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedTask;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * Starts and stops the few threads of live delivery. They run for as long as the instance does:
 * handing the container a task per message would cost more than the message.
 */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class RealtimeStart {

  /** They wait for the database most of the time. */
  private static final int CATCH_UP_THREADS = 4;

  private static final Duration SUPERVISE_EVERY = Duration.ofMillis(250);

  private static final Duration PRESENCE_EVERY = Duration.ofSeconds(1);

  @Resource private ManagedExecutorService executor;
  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private CatchUp catchUp;
  @Inject private NewsPublisher publisher;
  @Inject private Connections connections;
  @Inject private Fanout fanout;
  @Inject private Presences presences;

  private final List<Future<?>> running = new ArrayList<>();
  private final List<RepeatedTask> repeated = new ArrayList<>();

  @PostConstruct
  void start() {
    for (int i = 0; i < CATCH_UP_THREADS; i++) {
      running.add(executor.submit(longRunning(catchUp::run, "parley-catch-up-" + i)));
    }
    running.add(executor.submit(longRunning(publisher::run, "parley-fanout")));
    repeated.add(every(SUPERVISE_EVERY, connections::supervise));
    repeated.add(every(PRESENCE_EVERY, presences::tick));
    repeated.add(every(PRESENCE_EVERY, presences::settle));
    repeated.add(every(Limits.FANOUT_SWEEP, fanout::sweep));
  }

  @PreDestroy
  void stop() {
    connections.drain();
    repeated.forEach(RepeatedTask::close);
    running.forEach(task -> task.cancel(true));
  }

  private RepeatedTask every(Duration pause, Runnable work) {
    return RepeatedTask.start(
        scheduler,
        pause,
        () -> {
          work.run();
          return false;
        },
        RealtimeLog.LOG::watchFailed);
  }

  private static Runnable longRunning(Runnable task, String name) {
    return ManagedExecutors.managedTask(
        task, Map.of(ManagedTask.LONGRUNNING_HINT, "true", ManagedTask.IDENTITY_NAME, name), null);
  }
}
