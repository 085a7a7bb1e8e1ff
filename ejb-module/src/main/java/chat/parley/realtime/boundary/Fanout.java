package chat.parley.realtime.boundary;

import chat.parley.identity.boundary.Blocks;
import chat.parley.identity.boundary.PrivacyChoices;
import chat.parley.journal.EntriesAppended;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.journal.StreamsGrown;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.WatermarksMoved;
import chat.parley.platform.AccountId;
import chat.parley.platform.Afterwards;
import chat.parley.platform.InstanceId;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.control.ConnectionRegistry;
import chat.parley.realtime.control.News;
import chat.parley.realtime.control.NewsPublisher;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Spreads the news of the log: to the sockets of this instance at once, and by one message to all
 * other instances. What gets lost on the way is found by the sweep.
 */
@ApplicationScoped
public class Fanout {

  /** Streams whose heads are asked for in one statement. */
  private static final int SWEEP_BATCH = 1_000;

  @Inject private ConnectionRegistry registry;
  @Inject private NewsPublisher publisher;
  @EJB private Journal journal;
  @Inject private Clock clock;
  @Inject private Presences presences;

  void after(@Observes EntriesAppended fact) {
    registry.deliver(fact.entries());
    fact.entries().forEach(this::noteChoices);
    publisher.publish(fact.entries().stream().map(News.Committed::new).toList());
  }

  void after(@Observes WatermarksMoved fact) {
    News.Moved moved = new News.Moved(fact.conversation(), fact.watermarks(), fact.ownOnly());
    registry.deliver(moved);
    publisher.publish(List.of(moved));
  }

  /** Every instance hears of other writers by itself, and asks the log how far they have come. */
  void after(@Observes StreamsGrown fact) {
    compare(fact.streams().stream().filter(registry::isFollowed).toList(), registry.known());
  }

  /** Somebody here did something that is worth knowing for a moment. */
  void signal(ServerFrame.Signal signal) {
    registry.deliver(signal);
    publisher.publish(List.of(new News.Signalled(signal)));
  }

  /** The same of several streams, and one message to the other instances. */
  void signal(List<ServerFrame.Signal> signals) {
    signals.forEach(registry::deliver);
    publisher.publish(signals.stream().map(News.Signalled::new).toList());
  }

  private void noteChoices(Entry entry) {
    if (entry.stream().kind() == StreamId.Kind.USER) {
      AccountId owner = new AccountId(entry.stream().owner());
      switch (entry.kind()) {
        case PrivacyChoices.CHANGED -> presences.chosen(owner);
        case Blocks.CHANGED -> presences.parted(owner);
        default -> {
          // Nothing that decides who may see whom.
        }
      }
    }
  }

  /** News of another instance. */
  void arrived(InstanceId from, List<News> all) {
    Afterwards.following(() -> take(from, all));
  }

  private void take(InstanceId from, List<News> all) {
    for (News news : all) {
      if (news instanceof News.Committed committed) {
        Entry entry = committed.entry();
        registry.deliver(List.of(entry.isExpired(clock.instant()) ? entry.withoutBody() : entry));
        noteChoices(entry);
      } else if (news instanceof News.Moved moved) {
        registry.deliver(moved);
      } else if (news instanceof News.Taken taken) {
        registry.taken(taken.device(), taken.connection());
      } else if (news instanceof News.Signalled signalled) {
        registry.deliver(signalled.signal());
      } else if (news instanceof News.Present present) {
        presences.heard(from, present.sightings());
      }
    }
  }

  /**
   * Compares what this instance knows with the log, and serves what was never announced here. Ends
   * connections to a log that was replaced by a restored one.
   *
   * @return how many streams had come further than was known
   */
  int sweep() {
    int healed = 0;
    Map<StreamId, Long> known = registry.known();
    if (!known.isEmpty()) {
      registry.requireGeneration(journal.generation());
    }
    List<StreamId> batch = new ArrayList<>();
    for (StreamId stream : known.keySet()) {
      batch.add(stream);
      if (batch.size() == SWEEP_BATCH) {
        healed += compare(batch, known);
        batch.clear();
      }
    }
    return healed + compare(batch, known);
  }

  private int compare(List<StreamId> batch, Map<StreamId, Long> known) {
    if (batch.isEmpty()) {
      return 0;
    }
    int healed = 0;
    for (Map.Entry<StreamId, Long> head : journal.heads(batch).entrySet()) {
      if (head.getValue() > known.getOrDefault(head.getKey(), 0L)
          && registry.headIs(head.getKey(), head.getValue())) {
        healed++;
      }
    }
    return healed;
  }
}
