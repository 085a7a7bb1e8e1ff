package chat.parley.trust.control;

import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * What was stated for an account, as data of its owner. The leaves of the log stay when everything
 * else is erased: hashes of which nobody knows any more what they are of.
 */
@ApplicationScoped
public class TrustData implements PersonalData {

  private static final String STATEMENTS =
      "SELECT device, encode(signature_key, 'hex') AS signature_key,"
          + " to_timestamp(stated_at / 1000.0) AS stated_at"
          + " FROM device_statement WHERE account = ? ORDER BY stated_at, device";

  private static final String FORMER =
      "SELECT device, encode(signature_key, 'hex') AS signature_key,"
          + " to_timestamp(stated_at / 1000.0) AS stated_at, gone_at"
          + " FROM former_device WHERE account = ? ORDER BY gone_at, device";

  private static final String WALLET =
      "SELECT wallet, chain, bound_at FROM wallet_binding WHERE account = ?";

  private static final String LOG =
      "SELECT place, encode(salt, 'hex') AS salt, content FROM key_log_entry WHERE account = ?"
          + " ORDER BY id";

  private static final String VERIFIED =
      "SELECT version, octet_length(sealed) AS bytes FROM verified_people WHERE account = ?";

  @Inject private AccountRows rows;
  @Inject private StatementTable statements;
  @Inject private KeyLogTable log;

  @Override
  public String feature() {
    return "trust";
  }

  @Override
  public Set<String> tables() {
    return Set.of(
        "device_statement",
        "former_device",
        "wallet_binding",
        "verified_people",
        "key_log",
        "key_log_entry",
        "key_log_node",
        "key_log_key",
        "key_log_checkpoint");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    files.list(
        "device-statements",
        "Which of your devices the key of your account has confirmed.",
        rows.read(account, database -> database.prepareStatement(STATEMENTS)));
    files.list(
        "former-devices",
        "Devices that you have signed out of lately: others need their keys to read what they wrote.",
        rows.read(account, database -> database.prepareStatement(FORMER)));
    files.list(
        "wallet-binding",
        "The wallet that vouches for the key of your account.",
        rows.read(account, database -> database.prepareStatement(WALLET)));
    files.list(
        "key-log",
        "What the log of keys says of your account; others see hashes of it.",
        rows.read(account, database -> database.prepareStatement(LOG)));
    files.list(
        "verified-people",
        "That you have verified people. Only your devices can read whom.",
        rows.read(account, database -> database.prepareStatement(VERIFIED)));
  }

  @Override
  public boolean erase(AccountId account) {
    statements.forget(account);
    log.forget(account);
    return false;
  }
}
