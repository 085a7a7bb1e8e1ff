package chat.parley.identity.control;

import chat.parley.budget.boundary.OwnBudgets;
import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.identity.control.EmailSeals.Place;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.boundary.AccountRows;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Accounts, ways to sign in, devices, sessions, addresses, blocks, and what budgets count of them,
 * as data of their owner.
 */
@ApplicationScoped
public class IdentityData implements PersonalData {

  private static final String ACCOUNT =
      "SELECT id, username, created_at, active_at FROM account WHERE id = ?";

  private static final String SETTINGS =
      "SELECT read_receipts, last_seen, discoverable, found_by_username, found_by_email,"
          + " found_by_wallet, requests_from FROM account_setting WHERE account = ?";

  private static final String CREDENTIALS =
      "SELECT 'password' AS kind, CAST(NULL AS text) AS name, changed_at AS since,"
          + " CAST(NULL AS timestamptz) AS last_used_at"
          + " FROM password_credential WHERE account_id = ?"
          + " UNION ALL SELECT 'wallet', address, created_at, NULL"
          + " FROM wallet_credential WHERE account_id = ?"
          + " UNION ALL SELECT 'passkey', name, created_at, last_used_at"
          + " FROM passkey WHERE account = ?"
          + " UNION ALL SELECT 'oidc', issuer || ' ' || subject, linked_at, last_used_at"
          + " FROM linked_identity WHERE account = ?"
          + " UNION ALL SELECT 'recovery code', NULL, made_at, used_at"
          + " FROM recovery_code WHERE account = ? ORDER BY kind, since";

  private static final String SESSIONS =
      "SELECT s.id, s.device_id AS device, d.name AS device_name, s.method, s.created_at,"
          + " s.last_seen_at, s.expires_at, s.ended_at, s.ended_for"
          + " FROM session s JOIN device d ON d.id = s.device_id WHERE s.account_id = ?"
          + " ORDER BY s.created_at";

  private static final String DEVICES =
      "SELECT id, name, created_at FROM device WHERE account_id = ? ORDER BY created_at";

  private static final String BLOCKS =
      "SELECT b.blocked AS person, a.username, b.blocked_at FROM account_block b"
          + " JOIN account a ON a.id = b.blocked WHERE b.account = ? ORDER BY b.blocked_at";

  private static final String FORGET =
      "WITH p AS (DELETE FROM password_credential WHERE account_id = ?),"
          + " w AS (DELETE FROM wallet_credential WHERE account_id = ?),"
          + " k AS (DELETE FROM passkey WHERE account = ?),"
          + " i AS (DELETE FROM linked_identity WHERE account = ?),"
          + " c AS (DELETE FROM recovery_code WHERE account = ?),"
          + " r AS (DELETE FROM recovery_link WHERE account = ?),"
          + " e AS (DELETE FROM account_email WHERE account = ?),"
          + " v AS (DELETE FROM account_email_waiting WHERE account = ?),"
          + " l AS (DELETE FROM email_link WHERE account = ?),"
          + " s AS (DELETE FROM account_setting WHERE account = ?),"
          + " x AS (DELETE FROM account_export WHERE account = ?),"
          + " b AS (DELETE FROM account_block WHERE account = ? OR blocked = ?)"
          + " UPDATE device SET name = NULL WHERE account_id = ? AND name IS NOT NULL";

  private static final String FORGET_DEVICES =
      "DELETE FROM device d WHERE d.account_id = ?"
          + " AND NOT EXISTS (SELECT FROM session s WHERE s.device_id = d.id)";

  @Inject private AccountRows rows;
  @Inject private EmailTable emails;
  @Inject private EmailSeals seals;
  @Inject private OwnBudgets budgets;
  @EJB private Journal journal;

  @Override
  public String feature() {
    return "identity";
  }

  @Override
  public Set<String> tables() {
    return Set.of(
        "account",
        "account_setting",
        "password_credential",
        "wallet_credential",
        "passkey",
        "linked_identity",
        "recovery_code",
        "recovery_link",
        "device",
        "session",
        "account_email",
        "account_email_waiting",
        "email_link",
        "account_block",
        "account_export",
        "budget_use_own",
        "budget_stored",
        "budget_storing");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    files.list(
        "account",
        "Your account.",
        rows.read(account, database -> database.prepareStatement(ACCOUNT)));
    files.list(
        "settings",
        "What you chose for your account.",
        rows.read(account, database -> database.prepareStatement(SETTINGS)));
    files.list("email", "Your e-mail addresses.", addresses(account));
    files.list(
        "ways-to-sign-in",
        "How you sign in, without what is secret about it.",
        rows.read(account, database -> database.prepareStatement(CREDENTIALS)));
    files.list(
        "devices",
        "The devices you have signed in from.",
        rows.read(account, database -> database.prepareStatement(DEVICES)));
    files.list(
        "sessions",
        "Your sessions, also those that have ended lately.",
        rows.read(account, database -> database.prepareStatement(SESSIONS)));
    files.list(
        "blocked-people",
        "Whom you have blocked.",
        rows.read(account, database -> database.prepareStatement(BLOCKS)));
    files.list(
        "budgets",
        "What is counted of you: calls of nodes and mails of this month, and bytes that are stored.",
        budgets.of(account));
  }

  private List<Map<String, @Nullable Object>> addresses(AccountId account) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    emails
        .verified(account)
        .ifPresent(
            found ->
                all.add(
                    address(
                        seals.open(Place.VERIFIED, account, found.sealed().bytes()).value(),
                        found.at())));
    emails
        .waiting(account)
        .ifPresent(
            found ->
                all.add(
                    address(
                        seals.open(Place.WAITING, account, found.sealed().bytes()).value(), null)));
    return all;
  }

  private static Map<String, @Nullable Object> address(
      String address, @Nullable Object verifiedAt) {
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    record.put("address", address);
    record.put("verified_at", verifiedAt);
    return record;
  }

  /** Forgets what the rows of this feature say of an account, but for the sessions that ended. */
  public void forget(AccountId account) {
    rows.change(account, database -> database.prepareStatement(FORGET));
    rows.change(account, database -> database.prepareStatement(FORGET_DEVICES));
    budgets.forget(account);
  }

  @Override
  public boolean erase(AccountId account) {
    forget(account);
    int most = Limits.ERASURE_BODIES;
    return journal.eraseBodies(StreamId.user(account.value()), most) == most;
  }
}
