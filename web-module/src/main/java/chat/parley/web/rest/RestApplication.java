package chat.parley.web.rest;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * The REST interface. The container verifies the access token of every request (MicroProfile JWT);
 * {@link chat.parley.web.security.AccessRules} decides who may call what.
 */
@ApplicationScoped
@ApplicationPath("/api")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles(Roles.USER)
public class RestApplication extends Application {}
