package chat.parley.tip.control;

import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Tips as data of those who give and receive them. */
@ApplicationScoped
public class TipData implements PersonalData {

  private static final String TIPS =
      "SELECT id, conversation, payer, recipient, recipient_address, chain, asset, symbol, decimals,"
          + " amount::text AS amount, lower(state) AS state, lower(reason) AS fault, hash, sender,"
          + " block, paid_from, request, created_at, expires_at, changed_at FROM tip"
          + " WHERE payer = ? OR recipient = ? ORDER BY id";

  private static final String STATES =
      "SELECT s.tip, s.step, lower(s.state) AS state, lower(s.reason) AS fault, s.hash, s.block,"
          + " s.confirmations, s.at FROM tip_state s JOIN tip t ON t.id = s.tip"
          + " WHERE t.payer = ? OR t.recipient = ? ORDER BY s.tip, s.step";

  private static final String WALLET = "SELECT address FROM tip_wallet WHERE account = ?";

  private static final String JAR = "SELECT address FROM tip_jar WHERE account = ?";

  private static final String LIMITS =
      "SELECT chain, asset, amount::text AS amount FROM tip_limit WHERE account = ?"
          + " ORDER BY chain, asset";

  // What was paid stays the other one's, with an id that has no name any more; of what is still on
  // its way the wallets go as soon as it is settled.
  private static final String FORGET =
      "WITH w AS (DELETE FROM tip_wallet WHERE account = ?),"
          + " j AS (DELETE FROM tip_jar WHERE account = ?),"
          + " l AS (DELETE FROM tip_limit WHERE account = ?)"
          + " DELETE FROM tip WHERE payer = ? AND hash IS NULL";

  @Inject private AccountRows rows;

  @Override
  public String feature() {
    return "tip";
  }

  @Override
  public Set<String> tables() {
    return Set.of("tip", "tip_jar", "tip_limit", "tip_state", "tip_wallet");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    files.list(
        "tips",
        "The tips you have given and received, with amounts in the smallest units.",
        rows.read(account, database -> database.prepareStatement(TIPS)));
    files.list(
        "tip-states",
        "What became of each of them, step by step.",
        rows.read(account, database -> database.prepareStatement(STATES)));
    files.list(
        "tip-wallet",
        "The wallet you have chosen for tips.",
        rows.read(account, database -> database.prepareStatement(WALLET)));
    files.list(
        "tip-jar",
        "The wallet that you show on your profile for tips.",
        rows.read(account, database -> database.prepareStatement(JAR)));
    files.list(
        "tip-limits",
        "The most that you let yourself give within a day, in the smallest units.",
        rows.read(account, database -> database.prepareStatement(LIMITS)));
  }

  @Override
  public boolean erase(AccountId account) {
    rows.change(account, database -> database.prepareStatement(FORGET));
    return false;
  }
}
