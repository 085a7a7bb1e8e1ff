package chat.parley.profile.control;

import chat.parley.platform.AccountId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import javax.sql.DataSource;

/** How often each account has looked today, over all instances. */
public final class LookTable extends ProfileTables {

  private static final String COUNT =
      "INSERT INTO look_up AS l (account, what, day, count) VALUES (?, ?, ?, 1)"
          + " ON CONFLICT (account, what) DO UPDATE SET day = greatest(l.day, excluded.day),"
          + " count = CASE WHEN l.day >= excluded.day THEN l.count + 1 ELSE 1 END"
          + " RETURNING count";

  /** What is counted by itself. */
  enum What {
    LOOK_UP,
    PAGE,
    JOIN
  }

  /** Counts in this database. */
  public LookTable(DataSource database) {
    super(database);
  }

  /**
   * Counts one more.
   *
   * @return how many there are today, with this one
   */
  int count(AccountId account, What what, LocalDate day) {
    return run(
        connection -> {
          try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setObject(1, account.value());
            count.setString(2, what.name());
            count.setObject(3, day);
            try (ResultSet row = count.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }
}
