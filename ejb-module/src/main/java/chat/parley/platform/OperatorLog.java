package chat.parley.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Makes the log of a feature from its interface: every method carries an {@link OperatorLine}, its
 * parameters are the arguments, and a last parameter of type {@link Throwable} is the cause. Lines
 * go to the platform's logger under the name of the interface's package.
 *
 * <p>Control characters in arguments are replaced, so that no input can forge a line. Arguments
 * never hold ciphertext, tokens, passwords or the text of messages.
 *
 * <p>When the process ends, {@code java.util.logging} closes its handlers in a shutdown hook of its
 * own, while the application still says good-bye to its clients. What is said from then on goes to
 * the standard error stream in the same form.
 */
public final class OperatorLog {

  /** Made while its settings are there. */
  private static final Formatter LAST_WORDS = new SimpleFormatter();

  private OperatorLog() {}

  /** The log with these lines. */
  public static <L> L of(Class<L> lines) {
    System.Logger logger = System.getLogger(lines.getPackageName());
    InvocationHandler handler = (proxy, method, arguments) -> write(logger, method, arguments);
    return lines.cast(
        Proxy.newProxyInstance(lines.getClassLoader(), new Class<?>[] {lines}, handler));
  }

  private static @Nullable Object write(
      System.Logger logger, Method method, Object @Nullable [] arguments) {
    OperatorLine line = method.getAnnotation(OperatorLine.class);
    if (line == null) {
      return switch (method.getName()) {
        case "toString" -> logger.getName();
        case "hashCode" -> System.identityHashCode(logger);
        default -> throw new UnsupportedOperationException(method.toString());
      };
    }
    if (logger.isLoggable(line.level())) {
      Object[] values = arguments == null ? new Object[0] : arguments;
      int last = values.length - 1;
      Throwable cause = last >= 0 && values[last] instanceof Throwable thrown ? thrown : null;
      String text = text(line, method.getParameters(), values);
      if (Logger.getLogger("").getHandlers().length == 0) {
        Handler console = new ConsoleHandler();
        console.setFormatter(LAST_WORDS);
        console.publish(record(logger, line, text, cause));
      } else {
        logger.log(line.level(), text, cause);
      }
    }
    return null;
  }

  private static LogRecord record(
      System.Logger logger, OperatorLine line, String text, @Nullable Throwable cause) {
    // The levels of both have the same numbers.
    Level level = Level.parse(String.valueOf(line.level().getSeverity()));
    LogRecord record = new LogRecord(level, text);
    record.setLoggerName(logger.getName());
    record.setThrown(cause);
    return record;
  }

  private static String text(OperatorLine line, Parameter[] parameters, Object[] values) {
    String text = "PARLEY-" + line.code() + " " + line.text();
    for (int i = 0; i < parameters.length; i++) {
      text =
          text.replace(
              "{" + parameters[i].getName() + "}",
              String.valueOf(values[i]).replaceAll("\\p{Cntrl}", "?"));
    }
    return text;
  }
}
