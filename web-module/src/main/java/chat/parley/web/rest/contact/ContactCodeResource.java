package chat.parley.web.rest.contact;

import chat.parley.contact.boundary.ContactCodes;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own invite code. */
@Path("/account/contact-code")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class ContactCodeResource {

  @Inject private CurrentAccount caller;
  @EJB private ContactCodes codes;

  /** The code. */
  @GET
  @Operation(operationId = "getContactCode", summary = "The caller's invite code")
  @APIResponseSchema(
      value = ContactCodeJson.class,
      responseCode = "200",
      responseDescription = "The code, if there is one")
  public ContactCodeJson get() {
    return ContactCodeJson.of(codes.own(caller.id()).orElse(null));
  }

  /** A new one. */
  @POST
  @Operation(
      operationId = "renewContactCode",
      summary = "Make a new invite code for the caller",
      description =
          "Whoever has it becomes a contact without asking. The one before is no longer good.")
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = ContactCodeJson.class)))
  public Response renew() {
    return Response.status(Response.Status.CREATED)
        .entity(ContactCodeJson.of(codes.renew(caller.id())))
        .build();
  }

  /** None. */
  @DELETE
  @Operation(operationId = "endContactCode", summary = "Take the caller's invite code away")
  @APIResponse(responseCode = "204", description = "There is none")
  public void end() {
    codes.end(caller.id());
  }
}
