package chat.parley.web.rest.contact;

import chat.parley.contact.ContactView;
import chat.parley.contact.RequestBox;
import chat.parley.contact.boundary.ChatRequests;
import chat.parley.platform.Page;
import chat.parley.web.json.Words;
import chat.parley.web.rest.PageQuery;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The chat requests that wait. */
@Path("/requests")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class RequestsResource {

  private static final int SIZE = 50;

  @Inject private CurrentAccount caller;
  @EJB private ChatRequests requests;

  /** The requests. */
  @GET
  @Operation(
      operationId = "listRequests",
      summary = "The caller's chat requests that wait, newest first",
      description = "Those received, unless others are asked for; without a limit 50 at a time.")
  @APIResponseSchema(
      value = ContactsPage.class,
      responseCode = "200",
      responseDescription = "A page of the list")
  public ContactsPage list(
      @Parameter(
              description = "Those received, sent, or received and ignored.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"received", "sent", "ignored"}))
          @QueryParam("box")
          @Nullable String box,
      @Parameter(ref = "after") @QueryParam("after") @Nullable String after,
      @Parameter(ref = "limit") @QueryParam("limit") @Nullable String limit) {
    Page<ContactView> page =
        requests.list(
            caller.id(),
            box == null ? RequestBox.RECEIVED : Words.read(RequestBox.class, "/box", box),
            PageQuery.cursor(after),
            PageQuery.limit(limit, SIZE));
    return new ContactsPage(page.items().stream().map(ContactJson::of).toList(), page.next());
  }
}
