package chat.parley.journal.control;

import chat.parley.journal.AppendFollower;
import chat.parley.journal.EntriesAppended;
import chat.parley.journal.StreamsGrown;
import chat.parley.platform.Unpooled;
import chat.parley.platform.boundary.Resources;
import chat.parley.sealing.Sealer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** Puts the journal together. */
@ApplicationScoped
class JournalBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource pooled;

  @Inject private @Any Instance<AppendFollower> followers;

  /** All followers, asked one after the other. */
  private AppendFollower followers() {
    List<AppendFollower> all = followers.stream().toList();
    return (connection, entries) -> {
      for (AppendFollower follower : all) {
        follower.follow(connection, entries);
      }
    };
  }

  @Produces
  @Singleton
  Log log(Sealer sealer, Clock clock) {
    return new Log(pooled, sealer, clock, followers());
  }

  @Produces
  @Singleton
  GroupCommit groupCommit(
      @Unpooled DataSource database, Sealer sealer, Clock clock, Event<EntriesAppended> news) {
    return new GroupCommit(database, sealer, clock, news::fire, followers());
  }

  @Produces
  @Singleton
  OtherWriters otherWriters(
      @Unpooled DataSource database, Sealer sealer, Event<StreamsGrown> news) {
    return new OtherWriters(database, sealer, news::fire);
  }
}
