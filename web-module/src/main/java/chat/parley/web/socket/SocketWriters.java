package chat.parley.web.socket;

import chat.parley.platform.Afterwards;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedExecutors;
import jakarta.enterprise.concurrent.ManagedTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The few long-running threads that write to sockets. Whoever has something for a connection queues
 * it there and goes on: neither a commit nor the news of another instance waits for a socket.
 */
@ApplicationScoped
class SocketWriters {

  private static final int THREADS = 2;

  @Resource private ManagedExecutorService executor;

  private final BlockingQueue<SocketConnection> ready = new LinkedBlockingQueue<>();
  private final List<Future<?>> running = new ArrayList<>();

  @PostConstruct
  void start() {
    for (int i = 0; i < THREADS; i++) {
      Map<String, String> properties =
          Map.of(
              ManagedTask.LONGRUNNING_HINT,
              "true",
              ManagedTask.IDENTITY_NAME,
              "parley-socket-writer-" + i);
      running.add(executor.submit(ManagedExecutors.managedTask(this::run, properties, null)));
    }
  }

  @PreDestroy
  void stop() {
    running.forEach(task -> task.cancel(true));
  }

  /** The connection has something to write. Never blocks. */
  void schedule(SocketConnection connection) {
    Afterwards.run(() -> ready.add(connection));
  }

  private void run() {
    try {
      while (true) {
        ready.take().write();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
