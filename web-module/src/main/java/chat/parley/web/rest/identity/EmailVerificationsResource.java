package chat.parley.web.rest.identity;

import chat.parley.identity.boundary.Emails;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Verified addresses, for whoever holds the token of a link. */
@Path("/email-verifications")
@RequestScoped
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class EmailVerificationsResource {

  @EJB private Emails emails;

  /** Verifies an address. */
  @POST
  @Operation(
      operationId = "verifyEmail",
      summary = "Verify an e-mail address with the token of a link",
      description =
          "Whoever reads the mail may do it, signed in or not. A token is good once; the reason"
              + " says why one is not: used, expired, superseded or unknown. The address that was"
              + " the account's before is told.")
  @APIResponseSchema(
      value = VerifiedAccountJson.class,
      responseCode = "200",
      responseDescription = "The address belongs to this account now")
  @APIResponse(responseCode = "409", ref = "EmailTaken")
  @APIResponse(responseCode = "410", ref = "EmailLinkRefused")
  public VerifiedAccountJson verify(EmailTokenJson link) {
    return new VerifiedAccountJson(emails.verify(link.token()));
  }
}
