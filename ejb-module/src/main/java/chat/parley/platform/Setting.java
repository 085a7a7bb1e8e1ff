package chat.parley.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the key of a setting, on a component of a feature's settings record. The key stands with
 * its default, its unit and a sentence in {@code META-INF/microprofile-config.properties}; a test
 * fails when the two differ.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

  /** The key, such as {@code parley.session.idle}. */
  String value();
}
