package chat.parley.web.rest.keys;

import chat.parley.keys.boundary.Epochs;
import chat.parley.platform.Limits;
import chat.parley.web.json.BodyLimit;
import chat.parley.web.rest.IdempotencyKey;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Moving a group to its next epoch, and what the log does not hold of that. */
@Path("/conversations/{id}/commits")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class CommitsResource {

  @Inject private CurrentAccount caller;
  @EJB private Epochs epochs;

  /** Commits. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @BodyLimit(Limits.COMMIT_REQUEST_BYTES)
  @Operation(
      operationId = "commit",
      summary = "Move the group of a conversation to its next epoch",
      description =
          "At most one commit follows an epoch; whoever comes later processes the log and commits"
              + " again. Welcomes can be had with the commit, and not before. Proposals are Add,"
              + " Remove and ExternalInit, by value. Every leaf of the new tree is a device of a"
              + " member with its registered key. An account commits at most 120 times within ten"
              + " minutes.")
  @APIResponseSchema(
      value = CommittedJson.class,
      responseCode = "200",
      responseDescription = "The commit is in the log")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "EpochConflict")
  @APIResponse(responseCode = "422", ref = "CommitInvalid")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public CommittedJson commit(
      @Parameter(ref = "id") @PathParam("id") String id,
      MakeCommitJson wish,
      @Parameter(ref = IdempotencyKey.HEADER) @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key) {
    return CommittedJson.of(
        epochs.commit(
            wish.wish(
                caller.id(), caller.device(), IdempotencyKey.of(key), PathIds.conversation(id))));
  }

  /** A large commit. */
  @GET
  @Path("/{seq}")
  @Operation(
      operationId = "getCommit",
      summary = "A commit that is too large for its entry in the log",
      description =
          "Of a commit of more than 72,000 bytes the entry holds the SHA-256 in the place of the"
              + " commit. Whoever may read the entry fetches the commit by the seq of the entry, and"
              + " compares.")
  @APIResponseSchema(
      value = LargeCommitJson.class,
      responseCode = "200",
      responseDescription = "The commit")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public LargeCommitJson get(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
          @PathParam("seq")
          String seq) {
    return new LargeCommitJson(
        epochs.largeCommit(caller.id(), PathIds.conversation(id), PathIds.seq(seq)).text());
  }
}
