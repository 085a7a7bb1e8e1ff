package chat.parley.web.security;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;

/** Lets a request pass whose caller has one of the roles. */
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
    if (roles.stream().noneMatch(request.getSecurityContext()::isUserInRole)) {
      throw new ForbiddenException();
    }
    CDI.current().select(CurrentAccount.class).get().require();
  }
}
