package chat.parley.contact.boundary;

import chat.parley.contact.ReportPerson;
import chat.parley.contact.control.Pair;
import chat.parley.contact.control.ReportTable;
import chat.parley.contact.control.RequestTable;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Membership;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
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
import java.util.List;
import java.util.StringJoiner;

/**
 * Telling moderators of somebody. Nothing that the reporter does not choose is passed on; what he
 * chooses is copied, so that it stays when it is deleted, and sealed.
 */
@Stateless
public class Reports {

  /** The word of a message in the log. */
  private static final String MESSAGE = "message";

  @Inject private ReportTable table;
  @Inject private RequestTable requests;
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
   *     person that the reporter can read
   * @throws TooManyRequests when the reporter has told of many today
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  public void report(AccountId me, ReportPerson report) {
    if (me.equals(report.person())) {
      throw new InvalidInput("/person", "You cannot report yourself.");
    }
    table.lock(me);
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

  private String told(AccountId me, ReportPerson report) {
    StringJoiner told = new StringJoiner(",", "{", "}");
    told.add("\"words\":" + JsonText.quote(report.words()));
    if (report.withNote()) {
      told.add("\"note\":" + JsonText.quote(note(me, report.person())));
    }
    ConversationId conversation = report.conversation();
    if (conversation != null) {
      told.add("\"conversation\":\"" + conversation + "\"");
      told.add("\"messages\":" + messages(me, conversation, report));
    }
    return told.toString();
  }

  private String note(AccountId me, AccountId person) {
    Pair pair = requests.among(me, List.of(person)).get(person);
    if (pair == null || !pair.isAskedOf(me)) {
      throw new InvalidInput("/withNote", "There is no request of this person that waits.");
    }
    return pair.note();
  }

  private String messages(AccountId me, ConversationId conversation, ReportPerson report) {
    Membership membership = memberships.requireReader(conversation, me);
    StreamId stream = StreamId.conversation(conversation.value());
    StringJoiner messages = new StringJoiner(",", "[", "]");
    for (long seq : report.seqs()) {
      Entry entry =
          seq < membership.joinedSeq() || seq > membership.ceiling()
              ? null
              : journal.readAfter(stream, seq - 1, 1).stream()
                  .filter(each -> each.seq() == seq)
                  .findFirst()
                  .orElse(null);
      if (entry == null
          || !entry.kind().equals(MESSAGE)
          || !report.person().equals(entry.by())
          || entry.body() == null
          || entry.isExpired(clock.instant())) {
        throw new InvalidInput(
            "/seqs", "There is no message " + seq + " of this person that you can read.");
      }
      messages.add(
          "{\"seq\":"
              + seq
              + ",\"at\":\""
              + entry.at()
              + "\",\"body\":"
              + JsonText.quote(String.valueOf(entry.body()))
              + "}");
    }
    return messages.toString();
  }
}
