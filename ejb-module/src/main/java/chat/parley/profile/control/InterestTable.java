package chat.parley.profile.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.Rows;
import chat.parley.profile.AddInterest;
import chat.parley.profile.AddedInterest;
import chat.parley.profile.Interest;
import chat.parley.profile.InterestCategory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Interests in the database, and who has which. */
public final class InterestTable extends ProfileTables {

  /** The words "a person may choose it"; who it is, is their one parameter. */
  private static final String VISIBLE = "(i.state = 'APPROVED' OR i.maker = ?)";

  private static final String INTEREST = "SELECT i.id, i.name, i.category, i.state = 'PENDING'";

  private static final String CATEGORIES =
      "SELECT id, name FROM interest_category ORDER BY position";

  private static final String CATALOGUE =
      INTEREST + " FROM interest i WHERE " + VISIBLE + " ORDER BY lower(i.name), i.id";

  private static final String OF =
      INTEREST
          + ", h.account FROM account_interest h JOIN interest i ON i.id = h.interest"
          + " WHERE "
          + VISIBLE
          + " AND h.account = ANY (?) ORDER BY lower(i.name), i.id";

  private static final String NAMED =
      INTEREST
          + " FROM interest i WHERE "
          + VISIBLE
          + " AND lower(i.name) = lower(?) ORDER BY i.state LIMIT 1";

  private static final String ADD =
      "INSERT INTO interest AS i (maker, category, name, state) VALUES (?, ?, ?, 'PENDING')"
          + " RETURNING i.id, i.name, i.category, true";

  private static final String HELD = "SELECT interest FROM account_interest WHERE account = ?";

  // In the order of their ids, as the trigger locks the counters.
  private static final String LOCK_VISIBLE =
      "SELECT i.id FROM interest i WHERE i.id = ANY (?) AND "
          + VISIBLE
          + " ORDER BY i.id FOR NO KEY UPDATE";

  private static final String GIVE =
      "INSERT INTO account_interest (account, interest)"
          + " SELECT ?, n FROM unnest(?) WITH ORDINALITY AS w (n, place) ORDER BY place"
          + " ON CONFLICT DO NOTHING";

  private static final String TAKE =
      "DELETE FROM account_interest WHERE account = ? AND interest = ANY (?)";

  private static final String HAS_CATEGORY = "SELECT 1 FROM interest_category WHERE id = ?";

  private static final String PENDING = "SELECT count(*) FROM interest WHERE maker = ?";

  private static final String TAKE_BACK =
      "DELETE FROM interest WHERE maker = ? AND NOT id = ANY (?)";

  /** The tables. */
  public InterestTable(DataSource database) {
    super(database);
  }

  /** All categories, with the interests that a person may choose. */
  public List<InterestCategory> catalogue(AccountId viewer) {
    return run(
        connection -> {
          Map<String, List<Interest>> interests = new HashMap<>();
          try (PreparedStatement select = connection.prepareStatement(CATALOGUE)) {
            select.setObject(1, viewer.value());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                Interest interest = interest(row);
                interests
                    .computeIfAbsent(interest.category(), id -> new ArrayList<>())
                    .add(interest);
              }
            }
          }
          List<InterestCategory> categories = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(CATEGORIES);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              String id = row.getString(1);
              categories.add(
                  new InterestCategory(
                      id, row.getString(2), interests.getOrDefault(id, List.of())));
            }
          }
          return categories;
        });
  }

  /** The interests of people that a viewer may know of, by name. */
  public Map<AccountId, List<Interest>> of(AccountId viewer, Collection<AccountId> people) {
    return run(
        connection -> {
          Map<AccountId, List<Interest>> interests = new LinkedHashMap<>();
          try (PreparedStatement select = connection.prepareStatement(OF)) {
            select.setObject(1, viewer.value());
            select.setArray(2, ids(connection, people));
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                interests
                    .computeIfAbsent(new AccountId(Rows.uuid(row, 5)), id -> new ArrayList<>())
                    .add(interest(row));
              }
            }
          }
          return interests;
        });
  }

  /** The interest of this name that a person may choose. */
  public Optional<Interest> named(AccountId viewer, String name) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(NAMED)) {
            select.setObject(1, viewer.value());
            select.setString(2, name);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(interest(row)) : Optional.empty();
            }
          }
        });
  }

  /** Whether there is such a category. */
  public boolean hasCategory(String category) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(HAS_CATEGORY)) {
            select.setString(1, category);
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
  }

  /** How many interests of a person wait for moderation. */
  public int pending(AccountId maker) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(PENDING)) {
            select.setObject(1, maker.value());
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }

  /** Adds an interest that waits for moderation. The caller has locked its maker. */
  public AddedInterest add(AccountId maker, AddInterest wish) {
    return run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, maker.value());
            insert.setString(2, wish.category());
            insert.setString(3, wish.name());
            try (ResultSet row = insert.executeQuery()) {
              row.next();
              return new AddedInterest(interest(row), true);
            }
          }
        });
  }

  /**
   * Gives a person these interests instead of those he had. What he added and does not choose is
   * taken back, unless a moderator has approved it. The caller has locked the person.
   *
   * @return whether there were all of them for him to choose; otherwise nothing is changed
   */
  public boolean replace(AccountId account, Set<Integer> interests) {
    return run(
        connection -> {
          Set<Integer> held = held(connection, account);
          Set<Integer> all = new TreeSet<>(held);
          all.addAll(interests);
          if (!lockVisible(connection, account, all).containsAll(interests)) {
            return false;
          }
          Set<Integer> given = new TreeSet<>(interests);
          given.removeAll(held);
          Set<Integer> taken = new TreeSet<>(held);
          taken.removeAll(interests);
          if (!taken.isEmpty()) {
            try (PreparedStatement delete = connection.prepareStatement(TAKE)) {
              change(delete, account, taken);
            }
          }
          if (!given.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(GIVE)) {
              change(insert, account, given);
            }
          }
          try (PreparedStatement delete = connection.prepareStatement(TAKE_BACK)) {
            change(delete, account, interests);
          }
          return true;
        });
  }

  private static Set<Integer> held(Connection connection, AccountId account) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HELD)) {
      select.setObject(1, account.value());
      return numbers(select);
    }
  }

  private static Set<Integer> lockVisible(
      Connection connection, AccountId account, Set<Integer> interests) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK_VISIBLE)) {
      lock.setArray(1, numbers(connection, interests));
      lock.setObject(2, account.value());
      return numbers(lock);
    }
  }

  private static void change(PreparedStatement statement, AccountId account, Set<Integer> interests)
      throws SQLException {
    statement.setObject(1, account.value());
    statement.setArray(2, numbers(statement.getConnection(), interests));
    statement.executeUpdate();
  }

  private static Set<Integer> numbers(PreparedStatement select) throws SQLException {
    Set<Integer> numbers = new HashSet<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        numbers.add(row.getInt(1));
      }
    }
    return numbers;
  }

  private static Interest interest(ResultSet row) throws SQLException {
    return new Interest(row.getInt(1), row.getString(2), row.getString(3), row.getBoolean(4));
  }
}
