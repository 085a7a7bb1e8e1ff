package chat.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** The key of an account, as a browser that has its root has it. */
public final class AccountSigner {

  private final KeyPair pair;

  private AccountSigner(KeyPair pair) {
    this.pair = pair;
  }

  /** A new key, which is registered for a person. */
  public static AccountSigner of(Person person) {
    AccountSigner made = fresh();
    person.rest().put("/api/account-key", Map.of("key", made.key())).expect(204);
    return made;
  }

  /** A new key. */
  public static AccountSigner fresh() {
    try {
      return new AccountSigner(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Its public half. */
  public String key() {
    byte[] encoded = pair.getPublic().getEncoded();
    return base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
  }

  /** What it says of a device. */
  public Map<String, Object> statement(KeyedDevice device, long at) {
    String content =
        "Parley 1 account signature device\0"
            + String.join(
                "\n",
                device.person().id(),
                device.person().device(),
                device.mls().signatureKey(),
                key(),
                Long.toString(at));
    return Map.of("accountKey", key(), "at", at, "signature", sign(content));
  }

  /** States a device. */
  public RestClient.Answer state(KeyedDevice device) {
    return device
        .person()
        .rest()
        .put("/api/device-key/statement", statement(device, System.currentTimeMillis()));
  }

  private String sign(String content) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(content.getBytes(UTF_8));
      return base64(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
