package chat.parley.web.rest.contact;

import chat.parley.contact.boundary.ContactCodes;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invite codes that others have given to the caller. They travel in bodies, and in no address. */
@Path("/contact-codes")
@RequestScoped
@RolesAllowed(Roles.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class ContactCodesResource {

  @Inject private CurrentAccount caller;
  @EJB private ContactCodes codes;

  /** Whose code it is. */
  @POST
  @Path("/look")
  @Operation(
      operationId = "lookAtContactCode",
      summary = "Whose invite code this is",
      description = "What leads to nobody is answered alike, whatever the reason.")
  @APIResponseSchema(
      value = ContactJson.class,
      responseCode = "200",
      responseDescription = "Who it is, and how they stand")
  @APIResponse(responseCode = "404", ref = "CodeOver")
  public ContactJson look(GivenCodeJson given) {
    return ContactJson.of(codes.look(caller.id(), given.secret()));
  }

  /** Becomes a contact. */
  @POST
  @Path("/use")
  @Operation(
      operationId = "useContactCode",
      summary = "Become a contact of whose invite code this is",
      description = "Opens the conversation of the two; doing it again changes nothing.")
  @APIResponseSchema(
      value = ContactJson.class,
      responseCode = "200",
      responseDescription = "How they stand now")
  @APIResponse(responseCode = "404", ref = "CodeOver")
  public ContactJson use(GivenCodeJson given) {
    return ContactJson.of(codes.use(caller.id(), given.secret()));
  }
}
