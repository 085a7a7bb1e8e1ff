package chat.parley.profile.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.platform.AccountId;
import chat.parley.profile.Profile;
import chat.parley.profile.ProfileChange;
import chat.parley.profile.Visibility;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTableTest {

  private final TestPeople people = new TestPeople();
  private final AccountId ada = people.person("ada");
  private final AccountId bob = people.person("bob");

  private Profile read(AccountId person) {
    Map<AccountId, ProfileTable.Told> found = people.profiles.of(List.of(person));
    return found.values().iterator().next().profile();
  }

  @Test
  void aProfileIsReadAsItWasWritten() {
    assertThat(read(ada)).isEqualTo(Profile.EMPTY);
    people.change(
        ada,
        new ProfileChange(
            "Ada",
            "a\nb",
            "1990-12-31",
            "x",
            List.of("https://example.org"),
            TestPeople.showing(Visibility.CONTACTS)));

    Profile full = read(ada);
    assertThat(full.displayName()).isEqualTo("Ada");
    assertThat(full.about()).isEqualTo("a\nb");
    assertThat(full.birthDate()).isEqualTo(LocalDate.of(1990, 12, 31));
    assertThat(full.gender()).isEqualTo("x");
    assertThat(full.links()).containsExactly("https://example.org");
    assertThat(people.shown(ada).gender()).isEqualTo(Visibility.CONTACTS);
    assertThat(people.profiles.of(List.of(AccountId.next()))).isEmpty();
    assertThat(people.profiles.of(List.of())).isEmpty();
    assertThat(people.profiles.lock(AccountId.next())).isNull();
  }

  @Test
  void aSealedBirthDateOpensNowhereElse() {
    people.change(
        ada,
        new ProfileChange(
            null, null, "1990-12-31", null, null, TestPeople.showing(Visibility.NOBODY)));
    people.tells(bob, "Bob", null);
    people.execute(
        "UPDATE profile SET birth_date = (SELECT birth_date FROM profile WHERE account = '"
            + ada
            + "')");

    assertThat(read(ada).birthDate()).isEqualTo(LocalDate.of(1990, 12, 31));
    assertThat(read(bob).birthDate()).isNull();
  }
}
