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
 * is still open, a method with {@link PermitAll} needs nothing, and every other method is closed.
 */
@Provider
public class AccessRules implements DynamicFeature {

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
    context.register(rule, Priorities.AUTHORIZATION);
  }

  private static void deny() {
    throw new ForbiddenException();
  }
}
