package chat.parley.web.rest.conversation;

import chat.parley.realtime.boundary.Overviews;
import chat.parley.web.rest.IdempotencyKey;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where groups begin; from then on they are conversations. */
@Path("/groups")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
public class NewGroupsResource {

  @Inject private CurrentAccount caller;
  @Inject private Overviews overviews;
  @Inject private ConversationAnswers answers;

  /** Creates a group. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createGroup",
      summary = "Create a group, whose owner is the caller",
      description =
          "More people than one request takes are added afterwards. A repeat with the same"
              + " Idempotency-Key gives the group that the first one made, whatever its body says.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      headers =
          @Header(
              name = "Location",
              description = "Where the conversation is.",
              required = true,
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ConversationJson.class)))
  @APIResponse(
      responseCode = "200",
      description = "The same key had made it before",
      content = @Content(schema = @Schema(implementation = ConversationJson.class)))
  @APIResponse(responseCode = "422", ref = "NoSuchAccount")
  public Response create(
      @Parameter(
              description = "Names this wish, so that it can be repeated after any failure.",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key,
      CreateGroupJson wish) {
    Overviews.Opened made = overviews.create(caller.id(), wish.wish(key(key)));
    ConversationJson body = answers.of(made.overview());
    return made.created()
        ? Response.created(URI.create("/api/conversations/" + body.id())).entity(body).build()
        : Response.ok(body).build();
  }

  private static @Nullable UUID key(@Nullable String header) {
    return header == null ? null : IdempotencyKey.of(header);
  }
}
