package chat.parley.identity.control;

import chat.parley.identity.AccessTokenKey;
import chat.parley.platform.ServerKeys;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/** The key that signs access tokens, as JOSE writes keys. */
final class AccessTokenKeys {

  private final PrivateKey secret;
  private final EllipticCurveJsonWebKey open;

  AccessTokenKeys(ServerKeys keys) {
    this.secret = keys.accessToken().key();
    this.open =
        new EllipticCurveJsonWebKey((ECPublicKey) keys.accessToken().certificate().getPublicKey());
    open.setKeyId(open.calculateBase64urlEncodedThumbprint("SHA-256"));
    open.setUse("sig");
    open.setAlgorithm("ES256");
  }

  PrivateKey secret() {
    return secret;
  }

  String kid() {
    return open.getKeyId();
  }

  AccessTokenKey published() {
    Map<String, Object> members = open.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    return new AccessTokenKey(
        kid(), String.valueOf(members.get("x")), String.valueOf(members.get("y")));
  }

  /** The key set that MicroProfile JWT verifies with. */
  String keySet() {
    return new JsonWebKeySet(open).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }
}
