package chat.parley.profile.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.TestDatabase;
import chat.parley.profile.AddInterest;
import chat.parley.profile.Interest;
import chat.parley.profile.Profile;
import chat.parley.profile.ProfileChange;
import chat.parley.profile.Visibilities;
import chat.parley.profile.VisibilitiesChange;
import chat.parley.profile.Visibility;
import chat.parley.sealing.control.TestSealers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** People who tell things, on a database of one test. */
final class TestPeople {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  final DataSource database = TestDatabase.fresh();
  final ProfileTable profiles = new ProfileTable(database, TestSealers.personal(database));
  final InterestTable interests = new InterestTable(database);
  final Discovery discovery = new Discovery(database);

  AccountId person(String username) {
    AccountId id = AccountId.next();
    execute(
        "INSERT INTO account (id, username, created_at) VALUES ('"
            + id
            + "', '"
            + username
            + "', now())");
    return id;
  }

  /** Somebody with these interests. */
  AccountId person(String username, Integer... chosen) {
    AccountId id = person(username);
    interests.replace(id, Set.of(chosen));
    return id;
  }

  void tells(AccountId person, @Nullable String name, @Nullable String about) {
    change(person, new ProfileChange(name, about, null, null, null, showing(Visibility.EVERYONE)));
  }

  void change(AccountId person, ProfileChange change) {
    ProfileTable.Told told = profiles.of(Set.of(person)).get(person);
    Profile before = told == null ? Profile.EMPTY : told.profile();
    profiles.write(person, change.of(before, TODAY), new ProfileTable.Asked(true, true));
  }

  static VisibilitiesChange showing(Visibility all) {
    return new VisibilitiesChange(all, all, all, all, all, all, all);
  }

  void hides(AccountId person) {
    execute(
        "INSERT INTO account_setting (account, read_receipts, last_seen, discoverable) VALUES ('"
            + person
            + "', 'EVERYONE', 'EVERYONE', false)");
  }

  /** The interest of the catalogue by its name. */
  int interest(String name) {
    return interests.named(AccountId.next(), name).map(Interest::id).orElseThrow();
  }

  int adds(AccountId maker, String name) {
    return interests.add(maker, new AddInterest(name, "games")).interest().id();
  }

  Visibilities shown(AccountId person) {
    ProfileTable.Told told = profiles.of(List.of(person)).get(person);
    return told == null ? Visibilities.DEFAULT : told.profile().visibilities();
  }

  List<String> names(AccountId viewer, int interest) {
    return interests.of(viewer, List.of(viewer)).getOrDefault(viewer, List.of()).stream()
        .filter(each -> each.id() == interest)
        .map(Interest::name)
        .collect(Collectors.toList());
  }

  /** Those whose counter is not how many have the interest. */
  Set<Integer> wrongCounters() {
    Set<Integer> wrong = new TreeSet<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT id FROM interest i WHERE holders <>"
                    + " (SELECT count(*) FROM account_interest a WHERE a.interest = i.id)")) {
      while (row.next()) {
        wrong.add(row.getInt(1));
      }
      return wrong;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
