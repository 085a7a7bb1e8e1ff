package chat.parley.web.rest.message;

import chat.parley.platform.Page;
import chat.parley.realtime.boundary.Overviews;
import chat.parley.web.rest.PageQuery;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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

/** How far a message has come with everybody. */
@Path("/conversations/{id}/messages/{seq}/receipts")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class ReceiptsResource {

  private static final int PAGE = 50;

  @Inject private CurrentAccount caller;
  @Inject private Overviews overviews;

  /** Who has received and read it. */
  @GET
  @Operation(
      operationId = "listReceipts",
      summary = "Who has received and read a message of the caller",
      description =
          "The others who may read it, in the order of their ids; without a limit 50 at a time."
              + " Who reads privately has received it, and so have all when the caller tells nobody"
              + " what he reads himself. When somebody read it is not kept.")
  @APIResponseSchema(
      value = ReceiptsPage.class,
      responseCode = "200",
      responseDescription = "A page of the list")
  @APIResponse(responseCode = "403", ref = "NotYourMessage")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ReceiptsPage list(
      @Parameter(ref = "id") @PathParam("id") String id,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
          @PathParam("seq")
          String seq,
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    Page<Overviews.Received> page =
        overviews.receipts(
            PathIds.conversation(id),
            PathIds.seq(seq),
            caller.id(),
            PageQuery.cursor(after),
            PageQuery.limit(limit, PAGE));
    return new ReceiptsPage(page.items().stream().map(ReceiptJson::of).toList(), page.next());
  }
}
