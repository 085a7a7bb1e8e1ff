package chat.parley.profile.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Page;
import chat.parley.profile.DiscoverPeople;
import chat.parley.profile.ProfileChange;
import chat.parley.profile.VisibilitiesChange;
import chat.parley.profile.Visibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private final TestPeople people = new TestPeople();
  private final int chess = people.interest("chess");
  private final int coffee = people.interest("Coffee");
  private final int bees = people.interest("Beekeeping");
  private final AccountId viewer = people.person("viewer", chess, coffee, bees);

  private List<AccountId> like(Integer... interests) {
    return people.discovery.byInterests(viewer, List.of(interests), null, 50).items();
  }

  private List<AccountId> search(String words, Integer... interests) {
    return page(new DiscoverPeople(words, List.of(interests)), null, 50).items();
  }

  private Page<AccountId> page(DiscoverPeople wish, @Nullable String after, int limit) {
    return people.discovery.byWords(viewer, wish, after, limit);
  }

  @Test
  void rarerInterestsCountMoreAndAllThatIsSharedCounts() {
    for (int i = 0; i < 20; i++) {
      people.person("coffee" + i, coffee);
    }
    for (int i = 0; i < 5; i++) {
      people.person("chess" + i, chess);
    }
    AccountId both = people.person("both", chess, coffee);
    AccountId keeper = people.person("keeper", bees);
    AccountId all = people.person("all", bees, chess, coffee);

    List<AccountId> found = like(chess, coffee, bees);

    assertThat(found).hasSize(28).doesNotHaveDuplicates().doesNotContain(viewer);
    assertThat(found.subList(0, 3)).containsExactly(all, keeper, both);
    assertThat(like(bees)).containsExactly(all, keeper);
    assertThat(like()).isEmpty();
    assertThat(people.wrongCounters()).isEmpty();
  }

  @Test
  void whoHidesIsNotFoundByWhatHeHides() {
    AccountId open = people.person("open", bees);
    AccountId hidden = people.person("hidden", bees);
    AccountId contactsOnly = people.person("friendly", bees);
    AccountId silent = people.person("silent", bees);
    people.tells(open, "Melissa Honey", "keeps bees");
    people.tells(hidden, "Melissa Honey", "keeps bees");
    people.hides(hidden);
    for (AccountId each : List.of(contactsOnly, silent)) {
      Visibility all = each.equals(silent) ? Visibility.NOBODY : Visibility.CONTACTS;
      people.change(
          each,
          new ProfileChange(
              "Melissa Honey", "keeps bees", null, null, null, TestPeople.showing(all)));
    }

    assertThat(like(bees)).containsExactly(open);
    assertThat(search("melissa")).containsExactly(open);
    assertThat(search("bees")).containsExactly(open);
    assertThat(search("keeps bees", bees)).containsExactly(open);
    assertThat(search("hidde")).isEmpty();
    assertThat(search("Hidden")).containsExactly(hidden);
    assertThat(search("friendly")).containsExactly(contactsOnly);
    assertThat(search("friendly", bees)).isEmpty();
    assertThat(search("viewer")).isEmpty();
  }

  @Test
  void namesAreFoundByTheirBeginningsWithErrorsAndInEveryScript() {
    AccountId john = people.person("jsmith");
    AccountId zhanna = people.person("zh1");
    AccountId jose = people.person("jo-an");
    people.tells(john, "John Smithson", null);
    people.tells(zhanna, "\u0416\u0430\u043d\u043d\u0430 \u041f", null);
    people.tells(jose, "Jos\u00e9 \u00c5ngstr\u00f6m", null);

    assertThat(search("smithsen")).contains(john);
    assertThat(search("JSMITH")).containsExactly(john);
    assertThat(search("john")).startsWith(john);
    assertThat(search("\u0436\u0430\u043d\u043d")).containsExactly(zhanna);
    assertThat(search("\u0416\u0430\u043d\u043d\u0430")).containsExactly(zhanna);
    assertThat(search("angstrom")).containsExactly(jose);
    assertThat(search("nobody at all")).isEmpty();
  }

  @Test
  void textsAreFoundByTheBeginningsOfAllWordsAfterNames() {
    AccountId writer = people.person("writer");
    AccountId alpine = people.person("alpine");
    people.tells(writer, null, "I love hiking in the Alps, and B\u00fccher.");
    people.tells(alpine, "Hiking Fan", "nothing else");

    assertThat(search("hik")).containsExactly(alpine, writer);
    assertThat(search("alp hiking")).contains(writer);
    assertThat(search("b\u00dcch")).containsExactly(writer);
    assertThat(search("hiking submarine")).doesNotContain(writer);
  }

  @Test
  void hostileWordsAreWords() {
    people.tells(people.person("writer"), "x", "y");
    for (String words :
        List.of(
            "' OR 1=1 --", "%_%_%", "\\", "a & | !", "(((", ":*:*", "\ud83d\ude00\ud83d\ude00")) {
      if (words.length() > 1) {
        assertThat(search(words)).as(words).isEmpty();
      }
    }
    assertThatThrownBy(() -> search("a")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> search("a".repeat(101))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> search("a\u0000b")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void pagesHaveNoDoublesAndNoHolesWhilePeopleCome() {
    Set<AccountId> there = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      there.add(
          i % 3 == 0
              ? people.person("usera" + i, chess, coffee)
              : people.person("usera" + i, chess));
    }
    List<AccountId> seen = new ArrayList<>();
    String next = null;
    int turn = 0;
    do {
      Page<AccountId> page =
          people.discovery.byInterests(viewer, List.of(chess, coffee, bees), next, 4);
      seen.addAll(page.items());
      next = page.next();
      // They change how rare the interests are, and would stand anywhere in the list.
      people.person("userb" + turn, coffee, bees);
      people.person("userc" + turn, coffee);
      turn++;
    } while (next != null);

    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void pagesOfASearchHaveNoDoublesAndNoHolesWhilePeopleCome() {
    Set<AccountId> there = new HashSet<>();
    for (int i = 0; i < 24; i++) {
      AccountId each = people.person((i % 2 == 0 ? "maria" : "user") + i);
      people.tells(each, i % 3 == 0 ? "Maria" : null, "maria was here");
      there.add(each);
    }
    List<AccountId> seen = new ArrayList<>();
    String next = null;
    int turn = 0;
    do {
      Page<AccountId> page = page(new DiscoverPeople("maria", List.of()), next, 5);
      seen.addAll(page.items());
      next = page.next();
      people.tells(people.person("maria-" + turn + "-late"), null, "maria");
      people.tells(people.person("usery" + turn), "Maria", "maria");
      turn++;
    } while (next != null && turn < 100);

    assertThat(seen).doesNotHaveDuplicates().containsAll(there);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    people.person("user1", chess);
    people.person("user2", chess);
    String cursor = people.discovery.byInterests(viewer, List.of(chess), null, 1).next();

    assertThat(cursor).isNotNull();
    assertThatThrownBy(() -> page(new DiscoverPeople("abc", List.of()), cursor, 1))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> people.discovery.byInterests(viewer, List.of(chess), "bm9uc2Vuc2U", 1))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void anInterestThatWaitsForModerationFindsNobodyUntilItIsApproved() {
    AccountId maker = people.person("maker");
    AccountId other = people.person("other");
    int mine = people.adds(maker, "Lock picking");
    int same = people.adds(other, "lock Picking");
    assertThat(people.interests.replace(maker, Set.of(mine, chess))).isTrue();
    assertThat(people.interests.replace(other, Set.of(same))).isTrue();

    assertThat(like(mine)).isEmpty();
    assertThat(search("other", same)).isEmpty();
    assertThat(people.interests.replace(viewer, Set.of(mine))).isFalse();
    assertThat(people.interests.named(viewer, "lock picking")).isEmpty();
    assertThat(people.interests.of(viewer, List.of(maker)).get(maker)).hasSize(1);

    people.execute("SELECT parley_approve_interest(" + mine + ", 'Lockpicking')");

    assertThat(like(mine)).containsExactly(other, maker);
    assertThat(people.names(other, mine)).containsExactly("Lockpicking");
    assertThat(people.interests.replace(viewer, Set.of(mine))).isTrue();
    assertThat(people.wrongCounters()).isEmpty();
  }

  @Test
  void anInterestThatIsRefusedOrTakenBackIsGone() {
    AccountId maker = people.person("maker");
    int refused = people.adds(maker, "Bad idea");
    int back = people.adds(maker, "Other idea");
    people.interests.replace(maker, Set.of(refused, back, chess));
    assertThat(people.interests.pending(maker)).isEqualTo(2);

    people.interests.replace(maker, Set.of(refused, chess));
    assertThat(people.interests.pending(maker)).isEqualTo(1);
    people.execute("SELECT parley_reject_interest(" + refused + ")");

    assertThat(people.interests.pending(maker)).isZero();
    assertThat(people.interests.of(maker, List.of(maker)).get(maker)).hasSize(1);
    assertThatThrownBy(() -> people.execute("SELECT parley_reject_interest(" + chess + ")"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> people.execute("SELECT parley_approve_interest(" + chess + ")"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(people.wrongCounters()).isEmpty();
  }

  @Test
  void aChoiceIsKeptWhereItWasAndCountersFollowAlsoWhenAnAccountGoes() {
    AccountId one = people.person("one", chess, coffee);
    people.interests.replace(one, Set.of(coffee, bees));
    assertThat(like(chess)).isEmpty();
    assertThat(like(bees, coffee)).containsExactly(one);
    assertThat(people.interests.replace(one, Set.of(1_000_000))).isFalse();

    people.execute("DELETE FROM account WHERE id = '" + one + "'");

    assertThat(like(bees, coffee)).isEmpty();
    assertThat(people.wrongCounters()).isEmpty();
  }

  @Test
  void whoShowsHisInterestsAgainIsFoundAgain() {
    AccountId one = people.person("one", bees);
    people.change(one, interestsTo(Visibility.NOBODY));
    assertThat(like(bees)).isEmpty();
    people.change(one, interestsTo(Visibility.EVERYONE));
    assertThat(like(bees)).containsExactly(one);
  }

  private static ProfileChange interestsTo(Visibility visibility) {
    return new ProfileChange(
        null,
        null,
        null,
        null,
        null,
        new VisibilitiesChange(null, null, null, null, null, visibility, null));
  }
}
