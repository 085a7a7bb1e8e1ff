package chat.parley.trust.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.ethereum.TypedMessage;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.WireBytes;
import chat.parley.trust.DeviceStatement;
import chat.parley.trust.StatementInvalid;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is signed of statements and bindings, byte for byte. */
public final class StatementRules {

  private static final String LABEL = "Parley 1 account signature device";

  /** What the person reads in the wallet. */
  private static final String PURPOSE =
      "This wallet vouches for the key of my Parley account. People I talk to can see this address.";

  private StatementRules() {}

  /**
   * What an account signs of a device: a label, a zero, and five lines with the account, the
   * device, its key in base64url, the account's key, and the milliseconds.
   */
  static byte[] content(
      AccountId account, DeviceId device, WireBytes signatureKey, DeviceStatement statement) {
    return (LABEL
            + '\0'
            + String.join(
                "\n",
                account.toString(),
                device.toString(),
                signatureKey.text(),
                statement.accountKey().text(),
                Long.toString(statement.at())))
        .getBytes(UTF_8);
  }

  /**
   * Makes sure that a statement is signed by the key that it names.
   *
   * @throws StatementInvalid when it is not
   */
  public static void require(
      AccountId account, DeviceId device, WireBytes signatureKey, DeviceStatement statement) {
    if (!Ed25519.isGood(
        statement.accountKey().bytes(),
        content(account, device, signatureKey, statement),
        statement.signature().bytes())) {
      throw new StatementInvalid();
    }
  }

  /** What a wallet signs for the key of an account (EIP-712). */
  public static TypedMessage vouching(String wallet, AccountId account, WireBytes key) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("string purpose", PURPOSE);
    fields.put("address wallet", wallet);
    fields.put("string account", account.toString());
    fields.put("string key", key.text());
    return new TypedMessage("Parley", "1", "Vouch", fields);
  }
}
