package chat.parley.moderation.boundary;

import chat.parley.contact.boundary.ChatRequests;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Membership;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.keys.boundary.Epochs;
import chat.parley.moderation.ReportPerson;
import chat.parley.moderation.control.Evidence;
import chat.parley.moderation.control.ReportTable;
import chat.parley.moderation.control.Told;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.JsonText;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.TooManyRequests;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Telling moderators of somebody. Nothing that the reporter does not choose is passed on; what he
 * chooses is copied, so that it stays when it is deleted, and sealed.
 *
 * <p>What is encrypted end to end the reporter reveals. Its author has committed himself to what he
 * wrote in the message that the log has of him (message franking), so that it is known whether it
 * is authentic, and nothing else is read.
 */
@Stateless
public class Reports {

  /** The word of a message in the log. */
  private static final String MESSAGE = "message";

  private static final Collector<CharSequence, ?, String> AS_LIST =
      Collectors.joining(",", "[", "]");

  @Inject private ReportTable table;
  @EJB private ChatRequests requests;
  @EJB private Memberships memberships;
  @EJB private Journal journal;
  @Inject private Clock clock;

  /**
   * Tells of somebody. The same report again changes nothing. Also somebody who is blocked, or
   * blocks the reporter, can be told of.
   *
   * @throws NotFound when there is no such account, or the reporter has no access to the
   *     conversation
   * @throws InvalidInput when it is the reporter himself, or what is named is no message of the
   *     person that the reporter can read, or is encrypted and not revealed
   * @throws TooManyRequests when the reporter has told of many today
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public void report(AccountId me, ReportPerson report) {
    if (me.equals(report.person())) {
      throw new InvalidInput("/person", "You cannot report yourself.");
    }
    table.lockAccount(me);
    if (table.isTold(report.id(), me)) {
      return;
    }
    Instant now = clock.instant();
    List<Instant> today = table.sent(me, now.minus(Limits.REQUEST_DAY));
    if (today.size() >= Limits.REPORTS_OF_A_DAY) {
      throw new TooManyRequests(
          "You have reported many people today. Wait a while.",
          Duration.between(now, today.get(0).plus(Limits.REQUEST_DAY)));
    }
    if (!table.insert(me, report, told(me, report), now)) {
      throw new NotFound();
    }
  }

  private Told told(AccountId me, ReportPerson report) {
    StringJoiner told = new StringJoiner(",", "{", "}");
    told.add("\"words\":" + JsonText.quote(report.words()));
    if (report.withNote()) {
      told.add("\"note\":" + JsonText.quote(note(me, report.person())));
    }
    Evidence evidence = Evidence.NONE;
    ConversationId conversation = report.conversation();
    if (conversation != null) {
      List<Shown> shown = shown(me, conversation, report);
      told.add("\"conversation\":\"" + conversation + "\"");
      told.add("\"messages\":" + shown.stream().map(Shown::json).collect(AS_LIST));
      evidence = Shown.evidence(shown);
    }
    return new Told(told.toString(), evidence);
  }

  private String note(AccountId me, AccountId person) {
    return requests
        .waitingNote(me, person)
        .orElseThrow(
            () -> new InvalidInput("/withNote", "There is no request of this person that waits."));
  }

  private List<Shown> shown(AccountId me, ConversationId conversation, ReportPerson report) {
    Membership membership = memberships.requireReader(conversation, me);
    boolean isEncrypted = memberships.isEncrypted(conversation, me);
    if (!isEncrypted && !report.revealed().isEmpty()) {
      throw new InvalidInput("/revealed", "The messages of this conversation are not encrypted.");
    }
    List<Shown> shown = new ArrayList<>();
    for (long seq : report.seqs()) {
      Entry entry = message(membership, report.person(), seq);
      String body = String.valueOf(entry.body());
      if (!isEncrypted) {
        shown.add(new Shown(seq, entry.at(), body, true));
        continue;
      }
      String text = report.revealed().get(seq);
      if (text == null) {
        throw new InvalidInput("/revealed", "Message " + seq + " is encrypted: say what it says.");
      }
      shown.add(new Shown(seq, entry.at(), text, Epochs.isCommittedTo(body, text)));
    }
    return shown;
  }

  private Entry message(Membership membership, AccountId person, long seq) {
    StreamId stream = StreamId.conversation(membership.conversation().value());
    Entry entry =
        seq < membership.joinedSeq() || seq > membership.ceiling()
            ? null
            : journal.readAfter(stream, seq - 1, 1).stream()
                .filter(each -> each.seq() == seq)
                .findFirst()
                .orElse(null);
    if (entry == null
        || !entry.kind().equals(MESSAGE)
        || !person.equals(entry.by())
        || entry.body() == null
        || entry.isExpired(clock.instant())) {
      throw new InvalidInput(
          "/seqs", "There is no message " + seq + " of this person that you can read.");
    }
    return entry;
  }

  /** A message that moderators are shown. */
  private record Shown(long seq, Instant at, String body, boolean isProven) {

    static Evidence evidence(List<Shown> shown) {
      if (shown.isEmpty()) {
        return Evidence.NONE;
      }
      return shown.stream().allMatch(Shown::isProven) ? Evidence.AUTHENTIC : Evidence.UNPROVEN;
    }

    String json() {
      return "{\"seq\":"
          + seq
          + ",\"at\":\""
          + at
          + "\",\"proof\":\""
          + (isProven ? "authentic" : "unproven")
          + "\",\"body\":"
          + JsonText.quote(body)
          + "}";
    }
  }
}
