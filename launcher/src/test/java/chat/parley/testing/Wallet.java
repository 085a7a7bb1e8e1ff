package chat.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.StructuredDataEncoder;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/** A new wallet, which signs as a wallet in a browser does. */
public final class Wallet {

  private final ECKeyPair key;

  private Wallet(ECKeyPair key) {
    this.key = key;
  }

  /** A wallet that nobody has seen before. */
  public static Wallet fresh() {
    try {
      return new Wallet(Keys.createEcKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Where it is, with the checksum of ERC-55. */
  public String address() {
    return Keys.toChecksumAddress(Keys.getAddress(key));
  }

  /** What to send to {@code /api/auth/wallet/login}: a message with a fresh nonce, signed. */
  public Map<String, String> signIn(RestClient instance) {
    return signIn(instance, address(), this::sign);
  }

  /** The same for another address, and another way to sign. */
  public static Map<String, String> signIn(
      RestClient instance, String address, UnaryOperator<String> signature) {
    Map<String, String> signed =
        new HashMap<>(
            answer(
                instance.post("/api/auth/wallet/nonces", Map.of()).expect(201).body(),
                address,
                signature));
    signed.put("tokenDelivery", "body");
    return signed;
  }

  /** The message that a challenge asks for, signed. */
  public Map<String, String> answer(JsonNode challenge) {
    return answer(challenge, address(), this::sign);
  }

  private static Map<String, String> answer(
      JsonNode challenge, String address, UnaryOperator<String> signature) {
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
    return Map.of("message", message, "signature", signature.apply(message));
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

  /**
   * A payment, or a call of a contract, signed and not sent.
   *
   * @param call {@code to}, {@code value} and {@code data}, as the server tells them to a wallet
   * @param nonce its place among the transactions of this wallet
   * @param gwei the price of gas; a higher one takes the place of a lower one
   */
  public String transaction(JsonNode call, long nonce, long gwei) {
    BigInteger price = BigInteger.valueOf(gwei).multiply(BigInteger.TEN.pow(9));
    return Numeric.toHexString(
        TransactionEncoder.signMessage(
            RawTransaction.createTransaction(
                Long.decode(call.path("chainId").asText()),
                BigInteger.valueOf(nonce),
                BigInteger.valueOf(200_000),
                call.path("to").asText(),
                Numeric.decodeQuantity(call.path("value").asText()),
                call.path("data").asText(),
                price,
                price),
            Credentials.create(key)));
  }

  /** What {@code personal_sign} (ERC-191) gives for a text. */
  public String sign(String message) {
    return hex(Sign.signPrefixedMessage(message.getBytes(UTF_8), key));
  }

  /** What {@code eth_signTypedData_v4} (EIP-712) gives for a message in JSON. */
  public String signTyped(String json) {
    try {
      return hex(
          Sign.signMessage(new StructuredDataEncoder(json).hashStructuredData(), key, false));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String hex(Sign.SignatureData signature) {
    HexFormat hex = HexFormat.of();
    return "0x"
        + hex.formatHex(signature.getR())
        + hex.formatHex(signature.getS())
        + hex.formatHex(signature.getV());
  }
}
