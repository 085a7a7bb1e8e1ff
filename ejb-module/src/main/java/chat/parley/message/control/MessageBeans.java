package chat.parley.message.control;

import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.WatermarksMoved;
import chat.parley.platform.boundary.Resources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Puts the writer of watermarks together. */
@ApplicationScoped
class MessageBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Produces
  @Singleton
  WatermarkWriter watermarkWriter(
      Journal journal, Memberships memberships, Event<WatermarksMoved> news) {
    return new WatermarkWriter(database, journal::heads, memberships::taken, news::fire);
  }
}
