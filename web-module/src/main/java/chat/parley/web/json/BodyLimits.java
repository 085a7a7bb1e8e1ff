package chat.parley.web.json;

import chat.parley.platform.Limits;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;

/** How large the body of a request may be. */
final class BodyLimits {

  private BodyLimits() {}

  /** The bytes that this operation takes. */
  static int of(ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    BodyLimit own = method == null ? null : method.getAnnotation(BodyLimit.class);
    return own == null ? Limits.REQUEST_BODY_BYTES : own.value();
  }
}
