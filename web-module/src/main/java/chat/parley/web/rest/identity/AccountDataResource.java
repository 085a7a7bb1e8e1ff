package chat.parley.web.rest.identity;

import chat.parley.identity.boundary.Deletions;
import chat.parley.identity.boundary.Exports;
import chat.parley.platform.AccountId;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is stored of the caller: to have it, and to have it gone. */
@Path("/account")
@RequestScoped
@RolesAllowed({Roles.USER, Roles.NEWCOMER})
@Tag(name = "Account")
public class AccountDataResource {

  private static final String ZIP = "application/zip";

  @Inject private CurrentAccount caller;
  @Inject private Exports exports;
  @Inject private Deletions deletions;
  @Inject private Clock clock;

  /** Everything. */
  @POST
  @Path("/export")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(ZIP)
  @Operation(
      operationId = "exportData",
      summary = "Everything that is stored of the caller",
      description =
          "A ZIP archive with JSON files, the caller's picture, and README.txt, which says what each"
              + " file is. It is written while it is read: one that breaks off has no directory."
              + " Asks for a proof that is at most ten minutes old, and is given five times a day.")
  @APIResponse(
      responseCode = "200",
      description = "The archive",
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response export(@RequestBody(required = false) @Nullable NothingJson body) {
    AccountId account = caller.id();
    exports.begin(account, caller.session());
    Instant now = clock.instant();
    StreamingOutput archive =
        out -> {
          DataArchive files = new DataArchive(out, now);
          exports.write(account, files);
          // Not when something failed: what breaks off must not look whole.
          files.finish();
        };
    return Response.ok(archive, ZIP)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"parley-data.zip\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Deletes the account. */
  @POST
  @Path("/deletion")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "deleteAccount",
      summary = "Delete the account for ever",
      description =
          "Asks for a proof that is at most ten minutes old, and for the user name as a word of"
              + " consent. All sessions end at once, and nobody is given the name again. What is"
              + " stored of the caller is erased within moments; what others have received stays"
              + " with them, under an id without a name. The verified e-mail address is told.")
  @APIResponse(responseCode = "204", description = "There is no such account any more")
  @APIResponse(responseCode = "401", ref = "SessionEnded")
  @APIResponse(responseCode = "403", ref = "ReauthenticationNeeded")
  public void delete(AccountDeletionJson body) {
    deletions.delete(caller.id(), caller.session(), body.username());
  }
}
