package chat.parley.web.rest;

import chat.parley.platform.Limits;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The REST interface. The container verifies the access token of every request (MicroProfile JWT);
 * {@link chat.parley.web.security.AccessRules} decides who may call what.
 */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Parley",
            version = "1",
            description =
                "The REST interface. Messages travel on the socket parley.v1 (asyncapi.yaml); what"
                    + " is promised about delivery stands in README.md beside this file. Answers may"
                    + " gain members: ignore those you do not know. Requests may not: a member that"
                    + " is not described here is refused. Every refusal is a problem of RFC 9457;"
                    + " its type says which.",
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
    servers = @Server(url = "/", description = "Any instance."),
    tags = {
      @Tag(name = "Configuration", description = "What a client must know before sign-in."),
      @Tag(name = "Sign-in", description = "Coming in, staying, and going out."),
      @Tag(name = "Account", description = "The caller's own account."),
      @Tag(name = "Sessions", description = "Where the caller is signed in."),
      @Tag(name = "People", description = "Finding people."),
      @Tag(name = "Contacts", description = "Asking people to talk, and blocking them."),
      @Tag(name = "Conversations", description = "Conversations and their history."),
      @Tag(name = "Messages", description = "Messages, for programs that keep no connection."),
      @Tag(
          name = "Tips",
          description = "Giving ETH and tokens, followed on the chain until they are final."),
      @Tag(name = "Attachments", description = "Files that go with messages, as ciphertext."),
      @Tag(name = "Encryption", description = "Encryption at rest for what is kept elsewhere."),
      @Tag(
          name = "Keys",
          description = "Keys and epochs of conversations that are encrypted end to end."),
      @Tag(
          name = "Backup",
          description = "The key of an account, recovery, and the backup of such conversations."),
      @Tag(name = "Trust", description = "Who is who: statements, and the log of all keys."),
      @Tag(name = "Groups", description = "Groups and who belongs to them."),
      @Tag(
          name = "Groups by name",
          description = "The same, for programs that know people by their user names."),
      @Tag(name = "Notifications", description = "What people are told, and where when away."),
      @Tag(name = "Socket", description = "The way to the socket.")
    },
    components =
        @Components(
            parameters = {
              @Parameter(
                  name = "limit",
                  in = ParameterIn.QUERY,
                  description = "How many items at most.",
                  schema =
                      @Schema(
                          type = SchemaType.INTEGER,
                          minimum = "1",
                          maximum = "" + Limits.PAGE_ITEMS)),
              @Parameter(
                  name = "after",
                  in = ParameterIn.QUERY,
                  description = "'next' of the page before.",
                  schema =
                      @Schema(
                          type = SchemaType.STRING,
                          minLength = 1,
                          maxLength = PageQuery.CURSOR_LENGTH)),
              @Parameter(
                  name = IdempotencyKey.HEADER,
                  in = ParameterIn.HEADER,
                  description =
                      "Names this command, so that it can be repeated without harm: the same key from"
                          + " the same device is given the first answer.",
                  schema =
                      @Schema(
                          type = SchemaType.STRING,
                          pattern = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$")),
              @Parameter(
                  name = "x",
                  in = ParameterIn.QUERY,
                  description = "Pixels left of the square that is shown.",
                  schema = @Schema(type = SchemaType.INTEGER, minimum = "0")),
              @Parameter(
                  name = "y",
                  in = ParameterIn.QUERY,
                  description = "Pixels above the square that is shown.",
                  schema = @Schema(type = SchemaType.INTEGER, minimum = "0")),
              @Parameter(
                  name = "size",
                  in = ParameterIn.QUERY,
                  description =
                      "Pixels of each edge; fewer when what was sent has fewer. 512 when it is not"
                          + " said.",
                  schema =
                      @Schema(
                          type = SchemaType.INTEGER,
                          enumeration = {"48", "96", "256", "512"})),
              @Parameter(
                  name = "link",
                  in = ParameterIn.PATH,
                  required = true,
                  schema = @Schema(type = SchemaType.STRING, format = "uuid")),
              @Parameter(
                  name = "picture",
                  in = ParameterIn.PATH,
                  required = true,
                  schema = @Schema(type = SchemaType.STRING, format = "uuid")),
              @Parameter(
                  name = "attachment",
                  in = ParameterIn.PATH,
                  description = "Chosen by who sends it.",
                  required = true,
                  schema = @Schema(type = SchemaType.STRING, format = "uuid")),
              @Parameter(
                  name = "part",
                  in = ParameterIn.PATH,
                  description = "From 1.",
                  required = true,
                  schema = @Schema(type = SchemaType.INTEGER, minimum = "1")),
              @Parameter(
                  name = "account",
                  in = ParameterIn.PATH,
                  required = true,
                  schema = @Schema(type = SchemaType.STRING, format = "uuid")),
              @Parameter(
                  name = "groupId",
                  in = ParameterIn.PATH,
                  required = true,
                  schema = @Schema(type = SchemaType.STRING, format = "uuid")),
              @Parameter(
                  name = "member",
                  in = ParameterIn.PATH,
                  description = "A user name, the id of an account, or 'me'.",
                  required = true,
                  schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 64)),
              @Parameter(
                  name = "id",
                  in = ParameterIn.PATH,
                  required = true,
                  schema = @Schema(type = SchemaType.STRING, format = "uuid"))
            },
            securitySchemes =
                @SecurityScheme(
                    securitySchemeName = "accessToken",
                    type = SecuritySchemeType.HTTP,
                    scheme = "bearer",
                    bearerFormat = "JWT",
                    description =
                        "The access token of a sign-in (RFC 9068), good for minutes. Its public key"
                            + " stands at /.well-known/jwks.json.")))
@ApplicationScoped
@ApplicationPath("/api")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles({Roles.USER, Roles.NEWCOMER})
public class RestApplication extends Application {}
