package chat.parley.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests with systems of their own, which mostly wait for them: they run beside those that share
 * one, and one after the other among themselves.
 */
@Documented
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the place beside the shared system")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BesideTheOthers {}
