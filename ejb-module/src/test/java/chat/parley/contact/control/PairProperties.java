package chat.parley.contact.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.contact.Standing;
import chat.parley.conversation.ConversationKind;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PairProperties {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final AccountId ADA = AccountId.next();
  private static final AccountId BOB = AccountId.next();

  /** What Ada, who asks, and Bob, who is asked, may do. */
  enum Step {
    ASK,
    WITHDRAW,
    WAIT_A_DAY
  }

  /**
   * Whatever the sender does and however long he looks, he sees the same of somebody who ignores
   * him as of somebody who has not answered.
   */
  @Property
  void whoIsIgnoredSeesWhatHeWouldSeeWithoutAnAnswer(@ForAll @Size(max = 60) List<Step> steps) {
    Instant now = START;
    Pair waiting = Pair.untouched(ADA, BOB).asked(ADA, ConversationKind.E2EE, "note", now);
    Pair ignoring = waiting.ignored(now);
    for (Step step : steps) {
      switch (step) {
        case ASK -> {
          if (!waiting.isAskedBy(ADA)) {
            waiting = waiting.asked(ADA, ConversationKind.E2EE, "again", now);
            ignoring = ignoring.asked(ADA, ConversationKind.E2EE, "again", now);
          }
        }
        case WITHDRAW -> {
          if (waiting.isAskedBy(ADA)) {
            waiting = waiting.withdrawn();
            ignoring = ignoring.withdrawn();
          }
        }
        case WAIT_A_DAY -> now = now.plus(Duration.ofDays(1));
      }
      assertThat(view(ignoring, now)).isEqualTo(view(waiting, now));
    }
  }

  private static List<Object> view(Pair pair, Instant now) {
    List<Object> seen = new ArrayList<>();
    seen.add(pair.standing(ADA, now));
    seen.add(pair.isAskedBy(ADA));
    seen.add(pair.isAskedOf(ADA));
    seen.add(pair.note());
    seen.add(String.valueOf(pair.askedAt()));
    seen.add(String.valueOf(pair.restsUntil(ADA, now)));
    return seen;
  }

  @Example
  void whoIgnoresHearsNothingUntilTheRestIsOver() {
    Pair ignored =
        Pair.untouched(ADA, BOB).asked(ADA, ConversationKind.E2EE, "", START).ignored(START);

    assertThat(ignored.standing(BOB, START)).isEqualTo(Standing.IGNORED);
    Instant soon = START.plus(Limits.REQUEST_REST).minusSeconds(1);
    assertThat(ignored.withdrawn().asked(ADA, ConversationKind.E2EE, "", soon).standing(BOB, soon))
        .isEqualTo(Standing.IGNORED);
    Instant later = START.plus(Limits.REQUEST_REST);
    assertThat(
            ignored.withdrawn().asked(ADA, ConversationKind.E2EE, "", later).standing(BOB, later))
        .isEqualTo(Standing.RECEIVED);
  }

  @Example
  void whoIgnoredAndAsksHimselfIsHeardAndHearsAgain() {
    Pair turned =
        Pair.untouched(ADA, BOB)
            .asked(ADA, ConversationKind.E2EE, "", START)
            .ignored(START)
            .asked(BOB, ConversationKind.E2EE, "", START);

    assertThat(turned.standing(ADA, START)).isEqualTo(Standing.RECEIVED);
    assertThat(turned.standing(BOB, START)).isEqualTo(Standing.SENT);
  }

  @Example
  void onlyWhoWasDeclinedRestsAndOnlyForAWhile() {
    Pair declined =
        Pair.untouched(BOB, ADA).asked(ADA, ConversationKind.E2EE, "note", START).declined(START);

    assertThat(declined.note()).isEmpty();
    assertThat(declined.standing(ADA, START)).isEqualTo(Standing.DECLINED);
    assertThat(declined.standing(BOB, START)).isEqualTo(Standing.NONE);
    assertThat(declined.restsUntil(BOB, START)).isNull();
    assertThat(declined.restsUntil(ADA, START)).isEqualTo(START.plus(Limits.REQUEST_REST));
    assertThat(declined.restsUntil(ADA, START.plus(Limits.REQUEST_REST))).isNull();
  }

  @Example
  void theOtherOfTwoIsTheOtherWhoeverAsks() {
    assertThat(Pair.untouched(ADA, BOB)).isEqualTo(Pair.untouched(BOB, ADA));
    assertThat(Pair.untouched(ADA, BOB).otherThan(ADA)).isEqualTo(BOB);
    assertThat(Pair.untouched(ADA, BOB).otherThan(BOB)).isEqualTo(ADA);
  }
}
