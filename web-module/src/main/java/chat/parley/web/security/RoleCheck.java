package chat.parley.web.security;

import chat.parley.identity.EmailUnverified;
import chat.parley.web.rest.Roles;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;

/** Lets a request pass whose caller has a session that is open, and one of the roles. */
final class RoleCheck implements ContainerRequestFilter {

  private final List<String> roles;

  RoleCheck(String... roles) {
    this.roles = List.of(roles);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() == null) {
      throw new Unauthenticated();
    }
    CDI.current().select(CurrentAccount.class).get().require();
    if (roles.stream().noneMatch(request.getSecurityContext()::isUserInRole)) {
      if (request.getSecurityContext().isUserInRole(Roles.NEWCOMER)) {
        throw new EmailUnverified();
      }
      throw new ForbiddenException();
    }
  }
}
