package chat.parley.web.json;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** An operation whose body may have another number of bytes than those of JSON. */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface BodyLimit {

  /** Bytes at most. */
  int value();
}
