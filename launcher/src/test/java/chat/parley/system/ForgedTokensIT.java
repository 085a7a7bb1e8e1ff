package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static chat.parley.testing.TokenForge.changed;
import static chat.parley.testing.TokenForge.encoded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Person;
import chat.parley.testing.RunningParley;
import chat.parley.testing.TokenForge;
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
  private static TokenForge forge;

  @BeforeAll
  static void aGoodToken(RunningParley parley) {
    anna = parley.newPerson(1);
    boris = parley.newPerson(1);
    header = TokenForge.header(anna.accessToken());
    claims = TokenForge.claims(anna.accessToken());
    forge = TokenForge.of(parley);
  }

  @Test
  void theRealTokenAndOneSignedLikeItAreTaken() {
    assertThat(anna.rest().get("/api/account").status()).isEqualTo(200);
    assertThat(statusWith(forge.signed(header, claims))).isEqualTo(200);
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
    for (byte[] secret : List.of(forge.publicKey().getEncoded(), pem().getBytes(UTF_8))) {
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
  void anotherIssuerIsRefused() {
    refuses(
        forge.signed(
            header, changed(claims, "\"iss\":\"[^\"]*\"", "\"iss\":\"https://else.example\"")));
  }

  @Test
  void anotherAudienceIsRefused() {
    refuses(
        forge.signed(
            header,
            changed(
                claims, "\"aud\":(\\[[^]]*\\]|\"[^\"]*\")", "\"aud\":\"https://else.example\"")));
  }

  @Test
  void anUnknownKeyIsRefused() {
    refuses(forge.signed(changed(header, "\"kid\":\"[^\"]*\"", "\"kid\":\"unknown\""), claims));
  }

  @Test
  void anotherKindOfTokenIsRefused() {
    refuses(forge.signed(changed(header, "at\\+jwt", "JWT"), claims));
  }

  @Test
  void aTokenThatBringsItsOwnKeyIsRefused() {
    refuses(
        forge.signed(changed(header, "\\}$", ",\"jku\":\"https://else.example/keys\"}"), claims));
  }

  @Test
  void anExpiredTokenIsRefused() {
    refuses(forge.signed(header, TokenForge.expired(claims)));
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

  private static String signature() {
    return anna.accessToken().split("\\.", -1)[2];
  }

  private static String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(forge.publicKey().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
