package chat.parley.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests that stop an instance of the shared system, or measure it: nobody else uses it then. */
@Documented
@ResourceLock(NeedsQuiet.QUIET)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NeedsQuiet {

  /** What they have for themselves. */
  String QUIET = "the quiet of the shared system";
}
