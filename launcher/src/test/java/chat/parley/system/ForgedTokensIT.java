package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.launcher.Secrets;
import chat.parley.testing.Person;
import chat.parley.testing.RunningParley;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Only a token that Parley minted, for itself, and that is still good, opens a door. */
@ExtendWith(RunningParley.Extension.class)
class ForgedTokensIT {

  private static Person anna;
  private static Person boris;
  private static String header;
  private static String claims;
  private static PrivateKey key;
  private static PublicKey publicKey;

  @BeforeAll
  static void aGoodToken(RunningParley parley) throws Exception {
    anna = parley.newPerson(1);
    boris = parley.newPerson(1);
    String[] parts = anna.accessToken().split("\\.", -1);
    header = decoded(parts[0]);
    claims = decoded(parts[1]);
    Secrets secrets = parley.system().secrets();
    char[] password = secrets.password("keystore").toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(secrets.keystore())) {
      keys.load(file, password);
    }
    key = (PrivateKey) keys.getKey("access-token", password);
    publicKey = keys.getCertificate("access-token").getPublicKey();
  }

  @Test
  void theRealTokenAndOneSignedLikeItAreTaken() throws Exception {
    assertThat(anna.rest().get("/api/account").status()).isEqualTo(200);
    assertThat(statusWith(signed(header, claims))).isEqualTo(200);
  }

  @Test
  void algorithmNoneIsRefused() {
    String none = encoded(header.replace("ES256", "none"));

    refuses(none + "." + encoded(claims) + ".");
    refuses(none + "." + encoded(claims) + "." + signature());
  }

  @Test
  void aMacMadeWithThePublicKeyIsRefused() throws Exception {
    String content = encoded(header.replace("ES256", "HS256")) + "." + encoded(claims);
    for (byte[] secret : List.of(publicKey.getEncoded(), pem().getBytes(UTF_8))) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      refuses(content + "." + encoded(mac.doFinal(content.getBytes(UTF_8))));
    }
  }

  @Test
  void aChangedTokenIsRefused() {
    String ofBoris = claims.replace(anna.id(), boris.id());

    refuses(encoded(header) + "." + encoded(ofBoris) + "." + signature());
    refuses(encoded(header) + "." + encoded(claims) + ".");
    refuses(encoded(header) + "." + encoded(claims));
    refuses("nonsense");
  }

  @Test
  void anotherIssuerIsRefused() throws Exception {
    refuses(
        signed(header, replaced(claims, "\"iss\":\"[^\"]*\"", "\"iss\":\"https://else.example\"")));
  }

  @Test
  void anotherAudienceIsRefused() throws Exception {
    refuses(
        signed(
            header,
            replaced(
                claims, "\"aud\":(\\[[^]]*\\]|\"[^\"]*\")", "\"aud\":\"https://else.example\"")));
  }

  @Test
  void anUnknownKeyIsRefused() throws Exception {
    refuses(signed(replaced(header, "\"kid\":\"[^\"]*\"", "\"kid\":\"unknown\""), claims));
  }

  @Test
  void anotherKindOfTokenIsRefused() throws Exception {
    refuses(signed(replaced(header, "at\\+jwt", "JWT"), claims));
  }

  @Test
  void aTokenThatBringsItsOwnKeyIsRefused() throws Exception {
    refuses(signed(replaced(header, "\\}$", ",\"jku\":\"https://else.example/keys\"}"), claims));
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    String old =
        replaced(
            replaced(claims, "\"exp\":[0-9]+", "\"exp\":1700000600"),
            "\"iat\":[0-9]+",
            "\"iat\":1700000000");

    refuses(signed(header, old));
  }

  @Test
  void aTokenInTheAddressIsNotTaken(RunningParley parley) {
    assertProblem(
        parley.rest(1).get("/api/account?access_token=" + anna.accessToken()),
        401,
        "unauthenticated");
  }

  private static void refuses(String token) {
    assertProblem(anna.rest().withToken(token).get("/api/account"), 401, "unauthenticated");
  }

  private static int statusWith(String token) {
    return anna.rest().withToken(token).get("/api/account").status();
  }

  private static String replaced(String text, String pattern, String by) {
    String other = text.replaceFirst(pattern, by);
    assertThat(other).as("changed").isNotEqualTo(text);
    return other;
  }

  private static String signed(String header, String claims) throws Exception {
    String content = encoded(header) + "." + encoded(claims);
    Signature es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
    es256.initSign(key);
    es256.update(content.getBytes(UTF_8));
    return content + "." + encoded(es256.sign());
  }

  private static String signature() {
    return anna.accessToken().split("\\.", -1)[2];
  }

  private static String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
