package chat.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A wallet of the development chain, which signs as a wallet in a browser does. */
public final class Wallet {

  /** The accounts that the development chain makes from its well-known words. */
  private static final List<String> ADDRESSES =
      List.of(
          "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
          "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
          "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
          "0x90F79bf6EB2c4f870365E785982E1f101E93b906");

  private final RestClient chain;
  private final String address;

  private Wallet(RestClient chain, String address) {
    this.chain = chain;
    this.address = address;
  }

  /**
   * One of the wallets of a running system.
   *
   * @param number from 1 to 4; who uses one leaves it with an account
   */
  public static Wallet of(RunningParley parley, int number) {
    return new Wallet(
        RestClient.of(URI.create(parley.system().chainUrl())), ADDRESSES.get(number - 1));
  }

  /** What to send to {@code /api/auth/wallet/login}: a message with a fresh nonce, signed. */
  public Map<String, String> signIn(RestClient instance) {
    JsonNode challenge = instance.post("/api/auth/wallet/nonces", Map.of()).expect(201).body();
    String message =
        """
        %s wants you to sign in with your Ethereum account:
        %s

        %s

        URI: %s
        Version: %s
        Chain ID: %d
        Nonce: %s
        Issued At: %s
        Expiration Time: %s"""
            .formatted(
                challenge.path("domain").asText(),
                address,
                challenge.path("statement").asText(),
                challenge.path("uri").asText(),
                challenge.path("version").asText(),
                challenge.path("chainIds").path(0).asLong(),
                challenge.path("nonce").asText(),
                challenge.path("issuedAt").asText(),
                challenge.path("expiresAt").asText());
    return Map.of("message", message, "signature", sign(message), "tokenDelivery", "body");
  }

  /** The proof that this wallet, which has no account, may make one. */
  public String registration(RestClient instance) {
    return instance
        .post("/api/auth/wallet/login", signIn(instance))
        .expect(403)
        .body()
        .path("registration")
        .asText();
  }

  private String sign(String message) {
    String hex = "0x" + HexFormat.of().formatHex(message.getBytes(UTF_8));
    JsonNode answer =
        chain
            .post(
                "/",
                Map.of(
                    "jsonrpc",
                    "2.0",
                    "id",
                    1,
                    "method",
                    "personal_sign",
                    "params",
                    List.of(hex, address)))
            .expect(200)
            .body();
    if (!answer.has("result")) {
      throw new AssertionError("not signed: " + answer);
    }
    return answer.path("result").asText();
  }
}
