package chat.parley.identity.control;

import chat.parley.identity.NewPasskey;
import chat.parley.identity.PasskeyAssertion;
import chat.parley.identity.PasskeyRefused;
import chat.parley.identity.PublicOrigins;
import chat.parley.platform.AccountId;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a passkey must have signed to be taken (WebAuthn Level 3, 7.1 and 7.2): for one of our
 * origins, with the person present and verified, over a challenge that the caller has used up. Who
 * made the authenticator is not asked.
 */
public final class PasskeyRules {

  private static final int USER_BYTES = 16;

  /** ES256, EdDSA and RS256: what authenticators of today have. */
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          algorithm(COSEAlgorithmIdentifier.ES256),
          algorithm(COSEAlgorithmIdentifier.EdDSA),
          algorithm(COSEAlgorithmIdentifier.RS256));

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter keys =
      new AttestedCredentialDataConverter(converter);
  private final PublicOrigins origins;

  /** The counter of a passkey went back: there may be a copy of it. */
  public static final class CounterWentBack extends Exception {

    private static final long serialVersionUID = 1L;

    CounterWentBack(Throwable cause) {
      super(cause);
    }
  }

  /**
   * What is kept of a passkey.
   *
   * @param publicKey attested credential data
   */
  public record Key(
      ByteBuffer credential,
      ByteBuffer publicKey,
      long counter,
      boolean backupEligible,
      boolean backedUp) {}

  /** What changes with each use. */
  public record Use(long counter, boolean backedUp) {}

  public PasskeyRules(PublicOrigins origins) {
    this.origins = origins;
  }

  private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }

  /** The id of the party that relies on passkeys made on this page: its host. */
  public String rpId(@Nullable String pageOrigin) {
    return origins.orFirst(pageOrigin).getHost();
  }

  /** How an authenticator names the account. */
  public static String user(AccountId account) {
    ByteBuffer bytes = ByteBuffer.allocate(USER_BYTES);
    bytes.putLong(account.value().getMostSignificantBits());
    bytes.putLong(account.value().getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Whether an authenticator names this account. */
  public static boolean isUser(ByteBuffer user, AccountId account) {
    ByteBuffer bytes = user.duplicate();
    return bytes.remaining() == USER_BYTES
        && new UUID(bytes.getLong(), bytes.getLong()).equals(account.value());
  }

  /**
   * The challenge that was signed; nothing of it is checked.
   *
   * @throws PasskeyRefused when there is none
   */
  public String challenge(NewPasskey passkey) {
    return challenge(parse(passkey).getCollectedClientData());
  }

  /**
   * The challenge that was signed; nothing of it is checked.
   *
   * @throws PasskeyRefused when there is none
   */
  public String challenge(PasskeyAssertion assertion) {
    return challenge(parse(assertion).getCollectedClientData());
  }

  private static String challenge(@Nullable CollectedClientData clientData) {
    if (clientData == null) {
      throw new PasskeyRefused("There is no client data.");
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(clientData.getChallenge().getValue());
  }

  /**
   * Checks a passkey that was made.
   *
   * @param challenge that was given for it, and is used up
   * @param pageOrigin the origin of the page that sends it, when the browser names one
   * @throws PasskeyRefused when it is not good
   */
  public Key require(NewPasskey passkey, String challenge, @Nullable String pageOrigin) {
    RegistrationData data = parse(passkey);
    ServerProperty server = server(data.getCollectedClientData(), challenge, pageOrigin);
    try {
      manager.verify(data, new RegistrationParameters(server, ALGORITHMS, true, true));
    } catch (VerificationException e) {
      throw refused(e);
    }
    AttestationObject attestation = data.getAttestationObject();
    AttestedCredentialData credential =
        attestation == null ? null : attestation.getAuthenticatorData().getAttestedCredentialData();
    if (attestation == null || credential == null) {
      throw new PasskeyRefused("There is no key.");
    }
    AuthenticatorData<?> authenticator = attestation.getAuthenticatorData();
    return new Key(
        bytes(credential.getCredentialId()),
        bytes(keys.convert(credential)),
        authenticator.getSignCount(),
        authenticator.isFlagBE(),
        authenticator.isFlagBS());
  }

  /**
   * Checks what a passkey has signed.
   *
   * @param challenge that was given for it, and is used up
   * @param pageOrigin the origin of the page that sends it, when the browser names one
   * @throws PasskeyRefused when it is not good
   * @throws CounterWentBack when everything is good but the counter
   */
  public Use require(
      PasskeyAssertion assertion, Key key, String challenge, @Nullable String pageOrigin)
      throws CounterWentBack {
    AuthenticationData data = parse(assertion);
    ServerProperty server = server(data.getCollectedClientData(), challenge, pageOrigin);
    try {
      CredentialRecordImpl known =
          new CredentialRecordImpl(
              null,
              true,
              key.backupEligible(),
              key.backedUp(),
              key.counter(),
              keys.convert(array(key.publicKey())),
              null,
              null,
              null,
              null);
      manager.verify(
          data,
          new AuthenticationParameters(
              server, known, List.of(array(key.credential())), true, true));
    } catch (MaliciousCounterValueException e) {
      throw new CounterWentBack(e);
    } catch (VerificationException | DataConversionException e) {
      throw refused(e);
    }
    AuthenticatorData<?> authenticator = data.getAuthenticatorData();
    if (authenticator == null) {
      throw new PasskeyRefused("There is no authenticator data.");
    }
    return new Use(authenticator.getSignCount(), authenticator.isFlagBS());
  }

  private ServerProperty server(
      @Nullable CollectedClientData clientData, String challenge, @Nullable String pageOrigin) {
    String origin = clientData == null ? "" : String.valueOf(clientData.getOrigin());
    if (!origins.contains(origin) || (pageOrigin != null && !pageOrigin.equals(origin))) {
      throw new PasskeyRefused("It was signed for another page.");
    }
    return ServerProperty.builder()
        .origin(new Origin(origin))
        .rpId(String.valueOf(URI.create(origin).getHost()))
        .challenge(new DefaultChallenge(Base64.getUrlDecoder().decode(challenge)))
        .build();
  }

  private RegistrationData parse(NewPasskey passkey) {
    try {
      return manager.parse(
          new RegistrationRequest(array(passkey.attestation()), array(passkey.clientData())));
    } catch (RuntimeException e) {
      // The parser has no common kind of failure for what is garbage.
      throw refused(e);
    }
  }

  private AuthenticationData parse(PasskeyAssertion assertion) {
    try {
      ByteBuffer user = assertion.user();
      return manager.parse(
          new AuthenticationRequest(
              array(assertion.credential()),
              user == null ? null : array(user),
              array(assertion.authenticatorData()),
              array(assertion.clientData()),
              array(assertion.signature())));
    } catch (RuntimeException e) {
      // The parser has no common kind of failure for what is garbage.
      throw refused(e);
    }
  }

  private static PasskeyRefused refused(RuntimeException cause) {
    PasskeyRefused refused = new PasskeyRefused("What it signed is not what was asked for.");
    refused.initCause(cause);
    return refused;
  }

  private static ByteBuffer bytes(byte[] bytes) {
    return ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer();
  }

  static byte[] array(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
