package chat.parley.profile.control;

import chat.parley.platform.AccountId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import javax.sql.DataSource;

/** How many people each account has looked up today, over all instances. */
public final class LookUpTable extends Tables {

  private static final String COUNT =
      "INSERT INTO look_up AS l (account, day, count) VALUES (?, ?, 1)"
          + " ON CONFLICT (account) DO UPDATE SET day = greatest(l.day, excluded.day),"
          + " count = CASE WHEN l.day >= excluded.day THEN l.count + 1 ELSE 1 END"
          + " RETURNING count";

  /** Counts in this database. */
  public LookUpTable(DataSource database) {
    super(database);
  }

  /**
   * Counts one more.
   *
   * @return how many there are today, with this one
   */
  public int count(AccountId account, LocalDate day) {
    return run(
        connection -> {
          try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setObject(1, account.value());
            count.setObject(2, day);
            try (ResultSet row = count.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }
}
