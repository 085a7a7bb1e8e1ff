package chat.parley.web.rest.backup;

import chat.parley.backup.BackupRange;
import chat.parley.backup.boundary.HistoryBackups;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.web.json.BodyLimit;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's backup of a conversation that is encrypted end to end. */
@Path("/conversations/{id}/backup")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backup")
public class BackupResource {

  private static final String SEQ = "^[0-9]{1,15}$";

  @Inject private CurrentAccount caller;
  @EJB private HistoryBackups backups;

  /** Adds to it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @BodyLimit(Limits.BACKUP_REQUEST_BYTES)
  @Operation(
      operationId = "keepBackup",
      summary = "Add to the backup of a conversation",
      description =
          "What messages say, sealed by a device that has read them. What is there stays; messages"
              + " that are gone, or that the caller may not read, are passed over. When a message is"
              + " erased, so is this. 256 MiB a day for each account.")
  @APIResponse(responseCode = "204", description = "It is kept")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "AccountKeyChanged")
  @APIResponse(responseCode = "429", ref = "TooManyRequestsOrOwnBudgetExhausted")
  @APIResponse(responseCode = "503", ref = "BudgetExhausted")
  public void keep(@Parameter(ref = "id") @PathParam("id") String id, KeepBackupJson wish) {
    backups.keep(caller.id(), PathIds.conversation(id), wish.sealedUnder(), wish.wishes());
  }

  /** Gives a part of it. */
  @GET
  @Operation(
      operationId = "readBackup",
      summary = "A part of the backup of a conversation",
      description =
          "With 'after' the first entries behind it, otherwise the last ones of the range; in the order"
              + " of the log. Without a limit 500 at a time; about 1 MiB ends a page early.")
  @APIResponseSchema(
      value = BackupPageJson.class,
      responseCode = "200",
      responseDescription = "What is backed up")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public BackupPageJson read(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(
              description = "Behind this seq, from the lowest.",
              schema = @Schema(type = SchemaType.STRING, pattern = SEQ))
          @QueryParam("after")
          @Nullable String after,
      @Parameter(
              description = "Before this seq.",
              schema = @Schema(type = SchemaType.STRING, pattern = SEQ))
          @QueryParam("before")
          @Nullable String before,
      @Parameter(
              description = "How many entries at most: 1 to 500.",
              schema = @Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{0,2}$"))
          @QueryParam("limit")
          @Nullable String limit) {
    Long most = number("/limit", limit);
    return BackupPageJson.of(
        backups.read(
            caller.id(),
            PathIds.conversation(id),
            new BackupRange(
                number("/after", after),
                number("/before", before),
                most == null ? Limits.BACKUP_PAGE : (int) Math.min(most, Integer.MAX_VALUE))));
  }

  private static @Nullable Long number(String pointer, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches(SEQ)) {
      throw new InvalidInput(pointer, "A whole number is expected.");
    }
    return Long.valueOf(text);
  }
}
