package chat.parley.mail.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.jms.Destinations;
import chat.parley.mail.MailId;
import chat.parley.platform.Limits;
import chat.parley.platform.TestDatabase;
import chat.parley.sealing.control.TestSealers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What waits, who has it in hand, and how long a server that is away is left alone. */
class MailDeskTest {

  private static final Instant NOW = TestMails.NOW;

  private final DataSource database = TestDatabase.fresh();
  private final MailTable table =
      new MailTable(database, new SealedMail(TestSealers.over(database)));

  @Test
  void aMailIsInOneHandAtATimeAndForgottenWhenItWasSent() {
    MailId id = MailId.next();
    table.insert(id, TestMails.VERIFY, NOW);
    MailTable.Claim claim = table.claim(id, NOW, Limits.MAIL_IN_HAND).orElseThrow();
    assertThat(claim.mail()).isEqualTo(TestMails.VERIFY);
    assertThat(claim.attempt()).isEqualTo(1);
    assertThat(table.claim(id, NOW, Limits.MAIL_IN_HAND)).isEmpty();
    assertThat(table.claimedUntil(id)).contains(NOW.plus(Limits.MAIL_IN_HAND));

    table.putOff(id, NOW.plusSeconds(5));
    assertThat(table.claim(id, NOW, Limits.MAIL_IN_HAND).orElseThrow().attempt()).isEqualTo(2);
    assertThat(table.claim(id, NOW.plus(Limits.MAIL_IN_HAND), Limits.MAIL_IN_HAND))
        .as("whoever had it has died")
        .isPresent();

    assertThat(table.end(id, MailTable.Outcome.SENT, NOW)).isTrue();
    assertThat(table.end(id, MailTable.Outcome.SENT, NOW)).isFalse();
    assertThat(table.claim(id, NOW.plus(Duration.ofDays(1)), Limits.MAIL_IN_HAND)).isEmpty();
    assertThat(table.claimedUntil(id)).isEmpty();
    assertThat(table.forget(NOW)).isZero();
    assertThat(table.forget(NOW.plusSeconds(1))).isEqualTo(1);
  }

  @Test
  void aMailWhoseJobWasLostIsFoundOnce() {
    MailId id = MailId.next();
    table.insert(id, TestMails.VERIFY, NOW);
    Instant later = NOW.plusSeconds(60);
    assertThat(table.lost(NOW, later, 10)).isEmpty();
    assertThat(table.lost(NOW.plusSeconds(1), later, 10)).isEqualTo(List.of(id));
    assertThat(table.lost(NOW.plusSeconds(1), later, 10)).isEmpty();
    table.end(id, MailTable.Outcome.GIVEN_UP, NOW);
    assertThat(table.lost(later.plusSeconds(1), later, 10)).isEmpty();
  }

  @Test
  void aMailMovedToAnotherRowDoesNotOpen() {
    SealedMail seals = new SealedMail(TestSealers.over(database));
    byte[] sealed = seals.seal(MailId.next(), TestMails.VERIFY);
    MailId elsewhere = MailId.next();
    assertThatThrownBy(() -> seals.open(elsewhere, sealed))
        .isInstanceOf(chat.parley.sealing.SealBroken.class);
  }

  @Test
  void aServerThatIsAwayRestsUntilItAnswers() throws Exception {
    boolean[] away = {true};
    MailTransport transport =
        mail -> {
          if (away[0]) {
            throw new MailTransport.ServerAway("gone", new IllegalStateException());
          }
        };
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    MailDesk desk = new MailDesk(Optional.of(TestMails.FROM), Optional.empty(), transport, clock);
    assertThat(desk.isOn()).isTrue();
    assertThat(desk.isResting()).isFalse();
    assertThatThrownBy(() -> desk.send(MailId.next(), TestMails.VERIFY))
        .isInstanceOf(MailTransport.ServerAway.class);
    assertThat(desk.isResting()).isTrue();
    away[0] = false;
    desk.send(MailId.next(), TestMails.VERIFY);
    assertThat(desk.isResting()).isFalse();
    assertThat(new MailDesk(Optional.empty(), Optional.empty(), transport, clock).isOn()).isFalse();
  }

  @Test
  void pausesDoubleUpToTheLongest() {
    assertThat(MailDesk.pauseAfter(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(MailDesk.pauseAfter(2)).isEqualTo(Duration.ofSeconds(10));
    assertThat(MailDesk.pauseAfter(4)).isEqualTo(Duration.ofSeconds(40));
    assertThat(MailDesk.pauseAfter(10_000)).isEqualTo(Limits.MAIL_LAST_RETRY);
  }

  @Test
  void aJobIsReadAsItWasWritten() throws Exception {
    MailId id = MailId.next();
    assertThat(new MailJob(id).after(Duration.ofSeconds(3)).queue()).isEqualTo(Destinations.MAIL);
    assertThat(MailJob.parse(new MailJob(id).after(Duration.ZERO).body()).mail()).isEqualTo(id);
    for (String text : List.of("", "1 send", "1 send x", "2 send " + id, "1 send " + id + " x")) {
      assertThatThrownBy(() -> MailJob.parse(text)).as(text).isInstanceOf(MailJob.Unreadable.class);
    }
  }
}
