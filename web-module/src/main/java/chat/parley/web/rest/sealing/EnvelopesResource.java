package chat.parley.web.rest.sealing;

import chat.parley.sealing.boundary.Envelopes;
import chat.parley.web.rest.Roles;
import chat.parley.web.security.CurrentAccount;
import jakarta.annotation.security.RolesAllowed;
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

/** Encryption for programs that keep texts elsewhere. */
@Path("/")
@RequestScoped
@RolesAllowed(Roles.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Encryption")
public class EnvelopesResource {

  @Inject private CurrentAccount caller;
  @Inject private Envelopes envelopes;

  /** Encrypts a text for the caller. */
  @POST
  @Path("/encrypt")
  @Operation(
      operationId = "encrypt",
      summary = "Encrypt a text that only the caller can have decrypted",
      description =
          "With the server's keys, which the server can use: this is encryption at rest, not end to"
              + " end. Nothing is stored.")
  @APIResponseSchema(
      value = DecryptJson.class,
      responseCode = "200",
      responseDescription = "The encrypted text; another one for each call")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public DecryptJson encrypt(EncryptJson body) {
    return new DecryptJson(envelopes.encrypt(caller.id(), body.message()));
  }

  /** Decrypts what was encrypted for the caller. */
  @POST
  @Path("/decrypt")
  @Operation(
      operationId = "decrypt",
      summary = "Decrypt what was encrypted for the caller",
      description = "On any instance, at any time. What belongs to others is refused like rubbish.")
  @APIResponseSchema(
      value = EncryptJson.class,
      responseCode = "200",
      responseDescription = "The text")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public EncryptJson decrypt(DecryptJson body) {
    return new EncryptJson(envelopes.decrypt(caller.id(), body.encryptedMessage()));
  }
}
