package chat.parley.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.PersonalData;
import chat.parley.platform.TestDatabase;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No feature forgets people: every table that can name somebody is exported and erased by its
 * feature, or stands here with the reason why it is not.
 */
class PersonalDataTest {

  /** Tables with ids in them that are neither exported nor erased as rows of one person. */
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          entry("account_erasure", "is the deletion itself, and ends with it"),
          entry("refresh_token", "hashes, which go with their sessions a week after the end"),
          entry("sealing_data_key", "keys of instances, not of people"),
          entry("sealing_personal_key", "the key itself: destroyed first, and never told"),
          entry("journal_generation", "says which log this is"),
          entry("journal_stream", "counters; a conversation belongs to all its members"),
          entry(
              "journal_entry",
              "one's own are exported by conversation; bodies of one's own stream"
                  + " are erased, what others have received stays with them"),
          entry("journal_adoption", "entries that SQL wrote, for seconds"),
          entry("outgoing_mail", "sealed, without an account, and forgotten when it was sent"),
          entry("conversation_group", "belongs to its members"),
          entry("conversation_picture", "belongs to the members of the group"),
          entry("conversation_interest", "what a listed group is about, not a person"),
          entry("notification_quiet", "entries that call nobody; names nobody"));

  private static List<PersonalData> features() {
    List<PersonalData> features = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Plan.PARLEY.root())) {
      if (type.isAssignableTo(PersonalData.class) && !type.isInterface()) {
        try {
          features.add((PersonalData) type.reflect().getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(type.getName() + " has no constructor for a container", e);
        }
      }
    }
    return features;
  }

  private static Set<String> tables(String question) throws SQLException {
    Set<String> found = new TreeSet<>();
    try (Connection database = TestDatabase.fresh().getConnection();
        PreparedStatement select = database.prepareStatement(question);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    return found;
  }

  @Test
  void everyTableThatCanNameSomebodyIsExportedAndErasedOrSaysWhyNot() throws SQLException {
    Set<String> withIds =
        tables(
            "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'"
                + " AND udt_name IN ('uuid', '_uuid')");
    Set<String> known = new TreeSet<>(EXCEPTIONS.keySet());
    features().forEach(feature -> known.addAll(feature.tables()));

    assertThat(withIds).isSubsetOf(known);
  }

  @Test
  void nothingIsSaidOfTablesThatDoNotExistAndNothingTwice() throws SQLException {
    Set<String> there =
        tables(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                + " AND table_type = 'BASE TABLE'");
    List<String> said = new ArrayList<>(EXCEPTIONS.keySet());
    features().forEach(feature -> said.addAll(feature.tables()));

    assertThat(there).containsAll(said);
    assertThat(said).doesNotHaveDuplicates();
  }

  @Test
  void eachFeatureIsAskedUnderItsOwnName() {
    Set<String> names = new HashSet<>();
    for (PersonalData feature : features()) {
      assertThat(feature.getClass().getPackageName()).contains("." + feature.feature() + ".");
      assertThat(names.add(feature.feature())).as(feature.feature()).isTrue();
    }
    assertThat(names).contains("identity", "conversation", "message");
  }
}
