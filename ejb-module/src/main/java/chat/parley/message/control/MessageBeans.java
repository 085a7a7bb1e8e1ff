package chat.parley.message.control;

import chat.parley.conversation.boundary.Memberships;
import chat.parley.identity.boundary.PrivacyChoices;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.WatermarksMoved;
import chat.parley.platform.boundary.Resources;
import chat.parley.sealing.PersonalSealer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Puts the writer of watermarks and the table of scheduled messages together. */
@ApplicationScoped
class MessageBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Produces
  @Singleton
  ScheduledTable scheduledTable(PersonalSealer sealer) {
    return new ScheduledTable(database, sealer);
  }

  @Produces
  @Singleton
  WatermarkWriter watermarkWriter(
      Journal journal,
      Memberships memberships,
      PrivacyChoices privacy,
      Event<WatermarksMoved> news) {
    return new WatermarkWriter(
        database,
        journal::heads,
        memberships::taken,
        memberships::large,
        privacy::hidingReads,
        news::fire);
  }
}
