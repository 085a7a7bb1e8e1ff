package chat.parley.web.socket;

import jakarta.websocket.Session;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Takes a brake off Tyrus, the WebSocket implementation of Payara and GlassFish.
 *
 * <p>{@code TyrusSession.restartIdleTimeoutExecutor} hands the container's scheduler a task for
 * every message in either direction, even when there is no idle timeout, and Payara looks through
 * every jar of the application for each task. Here the session's scheduler is exchanged for one
 * that does nothing. Parley needs no idle timeout: it supervises the heartbeat itself.
 *
 * <p>On any other implementation, or when Tyrus changes inside, nothing happens.
 */
final class TyrusWorkaround {

  private static final String SESSION = "org.glassfish.tyrus.core.TyrusSession";

  private static final AtomicBoolean TOLD = new AtomicBoolean();

  private static final ScheduledFuture<?> NEVER =
      doingNothing(
          ScheduledFuture.class, (proxy, method, arguments) -> idle(method.getReturnType()));

  private static final ScheduledExecutorService IDLE =
      doingNothing(
          ScheduledExecutorService.class,
          (proxy, method, arguments) ->
              Future.class.isAssignableFrom(method.getReturnType())
                  ? NEVER
                  : idle(method.getReturnType()));

  private TyrusWorkaround() {}

  /**
   * Frees a session that has just opened.
   *
   * @return whether it now is without the brake
   */
  static boolean apply(Session session) {
    session.setMaxIdleTimeout(0);
    if (!session.getClass().getName().equals(SESSION)) {
      return false;
    }
    boolean applied;
    String outcome;
    try {
      Field service = session.getClass().getDeclaredField("service");
      service.setAccessible(true);
      service.set(session, IDLE);
      applied = true;
      outcome = "its idle timer is off";
    } catch (ReflectiveOperationException | RuntimeException e) {
      applied = false;
      outcome = "its idle timer stays on, which costs time for every frame: " + e;
    }
    if (TOLD.compareAndSet(false, true)) {
      SocketLog.LOG.tyrus(outcome);
    }
    return applied;
  }

  private static @Nullable Object idle(Class<?> wanted) {
    if (wanted == boolean.class) {
      return false;
    }
    if (wanted == long.class) {
      return 0L;
    }
    return wanted == int.class ? 0 : null;
  }

  private static <T> T doingNothing(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            TyrusWorkaround.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
