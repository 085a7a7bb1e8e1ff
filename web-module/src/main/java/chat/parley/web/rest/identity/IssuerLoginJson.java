package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sign-in with an issuer. */
@Schema(name = "IssuerSignIn", description = "Sign-in with an issuer.")
public record IssuerLoginJson(
    IssuerAnswerJson answer, @Nullable DeviceJson device, @Nullable TokenDelivery tokenDelivery) {}
