package chat.parley.platform;

import java.lang.System.Logger.Level;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one line for operators, on a method of a feature's log interface. The code never changes
 * its meaning and is never used again; the same line stands in {@code
 * docs/operations/log-messages.md}, which a test compares.
 *
 * <p>Each feature has a hundred codes: platform 1000, sealing 1100, journal 1200, identity 1300,
 * conversation 1400, message 1500, realtime 1600, web 1700, notification 1800, ethereum 1900.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OperatorLine {

  /** The number after {@code PARLEY-}, four digits. */
  int code();

  Level level();

  /** The text; {@code {name}} stands for the parameter of that name. */
  String text();
}
