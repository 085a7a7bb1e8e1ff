package chat.parley.web.rest.identity;

import chat.parley.attachment.boundary.Attachments;
import chat.parley.identity.WalletConnect;
import chat.parley.identity.boundary.Emails;
import chat.parley.identity.boundary.IssuerSignIn;
import chat.parley.identity.boundary.WalletSignIn;
import chat.parley.notification.boundary.PushSubscriptions;
import chat.parley.platform.Limits;
import chat.parley.web.json.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What everybody may know. */
@Path("/configuration")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Configuration")
public class ConfigurationResource {

  @Inject private WalletSignIn wallets;
  @Inject private WalletConnect walletConnect;
  @Inject private IssuerSignIn issuers;
  @EJB private PushSubscriptions push;
  @EJB private Emails emails;
  @EJB private Attachments attachments;

  /** Chains and bounds. */
  @GET
  @Operation(
      operationId = "getConfiguration",
      summary = "What a client must know before anybody signs in")
  @APIResponseSchema(
      value = ConfigurationJson.class,
      responseCode = "200",
      responseDescription = "Chains and bounds")
  public ConfigurationJson get() {
    return new ConfigurationJson(
        wallets.chains().stream().map(ConfigurationJson.Chain::of).toList(),
        ConfigurationJson.Bounds.current(attachments.maxBytes()),
        attachments.isDirect() ? Limits.ATTACHMENT_PART_BYTES : null,
        push.publicKey().orElse(null),
        Words.of(emails.policy()),
        ConfigurationJson.WalletRelay.of(walletConnect),
        issuers.issuers().stream().map(IssuerJson::of).toList());
  }
}
