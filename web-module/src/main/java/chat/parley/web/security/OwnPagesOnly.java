package chat.parley.web.security;

import chat.parley.identity.PublicOrigins;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses commands that a page of another origin sends through somebody's browser. Clients that are
 * no browsers name no origin and have no cookies.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION - 200)
public class OwnPagesOnly implements ContainerRequestFilter {

  @Inject private PublicOrigins origins;

  @Override
  public void filter(ContainerRequestContext request) {
    String method = request.getMethod();
    if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) {
      return;
    }
    String origin = request.getHeaderString("Origin");
    if ((origin != null && !origins.contains(origin))
        || "cross-site".equals(request.getHeaderString("Sec-Fetch-Site"))) {
      throw new ForbiddenException();
    }
  }
}
