package chat.parley.platform;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Puts off what is better done once, after a piece of work that calls for it many times: sockets
 * are written when all that a commit has for them is there, not after each of its messages.
 */
public final class Afterwards {

  private static final ThreadLocal<@Nullable Queue<Runnable>> PUT_OFF = new ThreadLocal<>();

  private Afterwards() {}

  /**
   * Does the work, and then, also when it fails, what was put off by it. Within other work it is a
   * part of that.
   */
  public static void following(Runnable work) {
    if (PUT_OFF.get() != null) {
      work.run();
      return;
    }
    Queue<Runnable> putOff = new ArrayDeque<>();
    PUT_OFF.set(putOff);
    try {
      work.run();
    } finally {
      PUT_OFF.remove();
      putOff.forEach(Runnable::run);
    }
  }

  /**
   * Does this after the work that is going on in this thread, or now when there is none.
   *
   * @param action must not fail: others are waiting behind it
   */
  public static void run(Runnable action) {
    Queue<Runnable> putOff = PUT_OFF.get();
    if (putOff == null) {
      action.run();
    } else {
      putOff.add(action);
    }
  }
}
