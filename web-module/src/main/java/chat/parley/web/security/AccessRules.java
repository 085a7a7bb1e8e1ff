package chat.parley.web.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/**
 * Who may call what: a method with {@link RolesAllowed} needs a good access token of a session that
 * is still open, and of an account that is active unless it says otherwise; a method with {@link
 * PermitAll} needs nothing, and every other method is closed.
 */
@Provider
public class AccessRules implements DynamicFeature {

  /** The container knows the annotations as well, but not what to tell a newcomer. */
  private static final int BEFORE_THE_CONTAINER = Priorities.AUTHORIZATION - 1;

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Method method = resource.getResourceMethod();
    Class<?> type = resource.getResourceClass();
    if (method.isAnnotationPresent(PermitAll.class)
        || (type.isAnnotationPresent(PermitAll.class)
            && !method.isAnnotationPresent(RolesAllowed.class))) {
      return;
    }
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    if (roles == null) {
      roles = type.getAnnotation(RolesAllowed.class);
    }
    ContainerRequestFilter rule = roles != null ? new RoleCheck(roles.value()) : request -> deny();
    context.register(rule, BEFORE_THE_CONTAINER);
  }

  private static void deny() {
    throw new ForbiddenException();
  }
}
