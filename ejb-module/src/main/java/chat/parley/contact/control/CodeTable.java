package chat.parley.contact.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Secret;
import chat.parley.platform.Secrets;
import chat.parley.platform.boundary.Rows;
import chat.parley.sealing.PersonalSealer;
import chat.parley.sealing.SealBroken;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Invite codes of people in the database, in the caller's transaction. */
public final class CodeTable extends ContactTables {

  private static final String OF = "SELECT code FROM contact_code WHERE account = ?";

  private static final String OWNER = "SELECT account FROM contact_code WHERE hash = ?";

  private static final String REPLACE =
      "INSERT INTO contact_code (account, hash, code, made_at) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, code = excluded.code,"
          + " made_at = excluded.made_at";

  private static final String DELETE = "DELETE FROM contact_code WHERE account = ?";

  private final PersonalSealer sealer;

  /** The table. */
  public CodeTable(DataSource database, PersonalSealer sealer) {
    super(database);
    this.sealer = sealer;
  }

  /** The code of a person; empty also when it does not open: it was copied here from elsewhere. */
  public Optional<Secret> of(AccountId owner) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(OF)) {
            select.setObject(1, owner.value());
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Secret(
                          new String(
                              sealer.unseal(owner, row.getBytes(1), place(owner)),
                              StandardCharsets.US_ASCII)))
                  : Optional.empty();
            } catch (SealBroken e) {
              return Optional.empty();
            }
          }
        });
  }

  /** Whose code this is. */
  public Optional<AccountId> owner(Secret code) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(OWNER)) {
            select.setBytes(1, Secrets.hash(code.value()));
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(new AccountId(Rows.uuid(row, 1))) : Optional.empty();
            }
          }
        });
  }

  /** Gives a person this code instead of the one he has. */
  public void replace(AccountId owner, Secret code, Instant now) {
    run(
        connection -> {
          try (PreparedStatement write = connection.prepareStatement(REPLACE)) {
            write.setObject(1, owner.value());
            write.setBytes(2, Secrets.hash(code.value()));
            write.setBytes(
                3,
                sealer.seal(owner, code.value().getBytes(StandardCharsets.US_ASCII), place(owner)));
            write.setTimestamp(4, Timestamp.from(now));
            return write.executeUpdate();
          }
        });
  }

  /** Takes the code of a person away. */
  public void delete(AccountId owner) {
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, owner.value());
            return delete.executeUpdate();
          }
        });
  }

  /** What a sealed code is bound to. */
  private static byte[] place(AccountId owner) {
    return ("contact_code/code/" + owner).getBytes(StandardCharsets.US_ASCII);
  }
}
