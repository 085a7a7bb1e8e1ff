package chat.parley.web.rest.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sign-in with a passkey. */
@Schema(name = "PasskeySignIn", description = "Sign-in with a passkey.")
public record PasskeyLoginJson(
    PasskeyAssertionJson assertion,
    @Nullable DeviceJson device,
    @Nullable TokenDelivery tokenDelivery) {}
