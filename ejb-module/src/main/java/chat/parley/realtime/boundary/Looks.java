package chat.parley.realtime.boundary;

import chat.parley.conversation.Membership;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.profile.ProfileShown;
import chat.parley.realtime.ServerFrame;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells those who are in a conversation with somebody that he looks different now. They are told
 * that and nothing else: what they may see they ask for.
 */
@ApplicationScoped
public class Looks {

  @EJB private Memberships memberships;
  @Inject private Fanout fanout;
  @Inject private Event<Told> told;

  /** In which streams it is told of whom, after the commit. */
  record Told(AccountId person, List<StreamId> streams) {

    Told {
      streams = List.copyOf(streams);
    }
  }

  /** In the transaction of the change: afterwards the database cannot be asked. */
  void during(@Observes ProfileShown fact) {
    Stream<StreamId> conversations =
        memberships.of(fact.person()).stream()
            .filter(Membership::isCurrent)
            .map(each -> StreamId.conversation(each.conversation().value()))
            .limit(Limits.LOOK_CONVERSATIONS);
    told.fire(
        new Told(
            fact.person(),
            Stream.concat(Stream.of(StreamId.user(fact.person().value())), conversations)
                .toList()));
  }

  void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) Told fact) {
    fanout.signal(
        fact.streams().stream()
            .map(
                stream ->
                    new ServerFrame.Signal(
                        ServerFrame.Signal.Kind.PROFILE, stream, fact.person(), Duration.ZERO))
            .toList());
  }
}
