package chat.parley.moderation.control;

import chat.parley.platform.boundary.Resources;
import chat.parley.sealing.Sealer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Puts the table of reports together. */
@ApplicationScoped
class ModerationBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Produces
  @Singleton
  ReportTable reportTable(Sealer sealer) {
    return new ReportTable(database, sealer);
  }
}
