package chat.parley.identity;

import java.nio.ByteBuffer;

/**
 * What an authenticator answers when it has made a passkey (WebAuthn, 5.2.1).
 *
 * @param attestation the attestation object
 * @param clientData the client data, as JSON
 */
public record NewPasskey(PasskeyName name, ByteBuffer attestation, ByteBuffer clientData) {}
