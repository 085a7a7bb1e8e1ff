package chat.parley.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests of the shared system that mostly wait until it does by itself what they look for: they run
 * while the others use it, but for those that {@linkplain NeedsQuiet need quiet}.
 */
@Documented
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = NeedsQuiet.QUIET, mode = ResourceAccessMode.READ)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Patient {}
