package chat.parley.web.rest.trust;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.NotFound;
import chat.parley.trust.boundary.KeyLog;
import chat.parley.web.json.StrictJson;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The log in which all keys of accounts stand. */
@Path("/key-log")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trust")
public class KeyLogResource {

  private static final String NUMBER = "^[0-9]{1,15}$";

  @Inject private CurrentAccount caller;
  @EJB private KeyLog log;

  /** Gives the newest checkpoint. */
  @GET
  @Path("/checkpoint")
  @Operation(
      operationId = "getKeyLogCheckpoint",
      summary = "The newest checkpoint of the log of keys",
      description =
          "A tree of RFC 9162 with SHA-256; the checkpoint is a signed note of C2SP. What is stated"
              + " stands in it some seconds later.")
  @APIResponseSchema(
      value = CheckpointJson.class,
      responseCode = "200",
      responseDescription = "The checkpoint")
  public CheckpointJson checkpoint() {
    return CheckpointJson.of(log.checkpoint());
  }

  /** Proves that a leaf is there. */
  @GET
  @Path("/proofs/inclusion")
  @Operation(
      operationId = "proveInclusion",
      summary = "That a leaf stands in the log of keys",
      description = "The path of RFC 9162, section 2.1.3.1, for the tree of the first leaves.")
  @APIResponseSchema(
      value = ProofJson.class,
      responseCode = "200",
      responseDescription = "The proof")
  public ProofJson inclusion(
      @Parameter(
              description = "The place of the leaf, from 0.",
              required = true,
              schema = @Schema(type = SchemaType.STRING, pattern = NUMBER))
          @QueryParam("place")
          @Nullable String place,
      @Parameter(
              description = "The size of the tree.",
              required = true,
              schema = @Schema(type = SchemaType.STRING, pattern = NUMBER))
          @QueryParam("size")
          @Nullable String size) {
    return ProofJson.of(log.inclusion(number("/place", place), number("/size", size)));
  }

  /** Proves that nothing has changed. */
  @GET
  @Path("/proofs/consistency")
  @Operation(
      operationId = "proveConsistency",
      summary = "That an earlier log of keys is the beginning of a later one",
      description = "The proof of RFC 9162, section 2.1.4.1.")
  @APIResponseSchema(
      value = ProofJson.class,
      responseCode = "200",
      responseDescription = "The proof")
  public ProofJson consistency(
      @Parameter(
              description = "The size of the earlier tree, from 1.",
              required = true,
              schema = @Schema(type = SchemaType.STRING, pattern = NUMBER))
          @QueryParam("from")
          @Nullable String from,
      @Parameter(
              description = "The size of the later tree.",
              required = true,
              schema = @Schema(type = SchemaType.STRING, pattern = NUMBER))
          @QueryParam("to")
          @Nullable String to) {
    return ProofJson.of(log.consistency(number("/from", from), number("/to", to)));
  }

  /** Lists what is said of an account. */
  @GET
  @Path("/accounts/{id}")
  @Operation(
      operationId = "listKeyLogEntries",
      summary = "What the log of keys says of an account",
      description =
          "For its owner, and for who shares a conversation with him: the newest 500, in order. The leaf"
              + " of an entry is the SHA-256 of 0x00 and the SHA-256 of salt and content.")
  @APIResponseSchema(
      value = KeyLogEntriesJson.class,
      responseCode = "200",
      responseDescription = "What it says")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public KeyLogEntriesJson entries(@Parameter(ref = "id") @PathParam("id") String id) {
    UUID account = StrictJson.id(id);
    if (account == null) {
      throw new NotFound();
    }
    return KeyLogEntriesJson.of(log.entries(caller.id(), new AccountId(account)));
  }

  private static long number(String pointer, @Nullable String text) {
    if (text == null || !text.matches(NUMBER)) {
      throw new InvalidInput(pointer, "A whole number is expected.");
    }
    return Long.parseLong(text);
  }
}
