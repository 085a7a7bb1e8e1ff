package chat.parley.web.rest.contact;

import chat.parley.identity.BlockedPerson;
import chat.parley.identity.boundary.Blocks;
import chat.parley.platform.Page;
import chat.parley.web.rest.PageQuery;
import chat.parley.web.rest.Roles;
import chat.parley.web.rest.conversation.PathIds;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** People whom the caller does not want to hear of. */
@Path("/blocks")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class BlocksResource {

  private static final int SIZE = 50;

  @Inject private CurrentAccount caller;
  @EJB private Blocks blocks;

  /** Whom the caller blocks. */
  @GET
  @Operation(
      operationId = "listBlocks",
      summary = "The people whom the caller blocks",
      description = "In the order of ids; without a limit 50 at a time.")
  @APIResponseSchema(
      value = BlocksPage.class,
      responseCode = "200",
      responseDescription = "A page of the list")
  public BlocksPage list(
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    Page<BlockedPerson> page =
        blocks.list(caller.id(), PageQuery.cursor(after), PageQuery.limit(limit, SIZE));
    return new BlocksPage(page.items().stream().map(BlockedPersonJson::of).toList(), page.next());
  }

  /** Blocks. */
  @PUT
  @Path("/{account}")
  @Operation(
      operationId = "block",
      summary = "Block somebody",
      description =
          "Both ways: neither finds the other, sees his profile or whether he is there, asks him, or"
              + " writes to him in their conversation, which stays. The other is not told; the"
              + " caller's devices are, in his own stream, as block.changed. Doing it again changes"
              + " nothing. At most 1,000 people.")
  @APIResponse(responseCode = "204", description = "Blocked")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "TooManyBlocks")
  public void block(@Parameter(ref = "account") @PathParam("account") String account) {
    blocks.block(caller.id(), PathIds.account(account));
  }

  /** Unblocks. */
  @DELETE
  @Path("/{account}")
  @Operation(
      operationId = "unblock",
      summary = "End a block",
      description = "Of somebody who is not blocked nothing changes.")
  @APIResponse(responseCode = "204", description = "Not blocked")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void unblock(@Parameter(ref = "account") @PathParam("account") String account) {
    blocks.unblock(caller.id(), PathIds.account(account));
  }
}
