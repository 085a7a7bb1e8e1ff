package chat.parley.profile.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.platform.AccountId;
import chat.parley.profile.DiscoverPeople;
import chat.parley.profile.Profile;
import chat.parley.profile.ProfileChange;
import chat.parley.profile.Visibility;
import chat.parley.profile.control.ProfileTable.Asked;
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
  void whatAPersonWasAskedIsKept() {
    Asked nothing = people.profiles.lock(ada).asked();
    assertThat(nothing).isEqualTo(new Asked(false, false));
    people.profiles.write(ada, Profile.EMPTY, nothing.forProfile());
    assertThat(people.profiles.lock(ada).asked()).isEqualTo(new Asked(true, false));
    people.profiles.write(ada, Profile.EMPTY, nothing.forProfile().forInterests());
    assertThat(people.profiles.lock(ada).asked()).isEqualTo(new Asked(true, true));
    people.profiles.write(bob, Profile.EMPTY, nothing.forInterests());
    assertThat(people.profiles.lock(bob).asked()).isEqualTo(new Asked(false, true));
  }

  @Test
  void aNewcomerTellsNothing() {
    people.execute("UPDATE account SET active_at = NULL WHERE id = '" + ada + "'");
    assertThat(people.profiles.of(List.of(ada))).isEmpty();
    assertThat(people.discovery.byWords(bob, new DiscoverPeople("ada", List.of()), null, 5).items())
        .isEmpty();
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
