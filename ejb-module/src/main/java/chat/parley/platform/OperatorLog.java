package chat.parley.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Makes the log of a feature from its interface: every method carries an {@link OperatorLine}, its
 * parameters are the arguments, and a last parameter of type {@link Throwable} is the cause. Lines
 * go to the platform's logger under the name of the interface's package.
 *
 * <p>Control characters in arguments are replaced, so that no input can forge a line. Arguments
 * never hold ciphertext, tokens, passwords or the text of messages.
 */
public final class OperatorLog {

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
      logger.log(line.level(), text(line, method.getParameters(), values), cause);
    }
    return null;
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
