package chat.parley.contact.control;

import chat.parley.platform.boundary.Resources;
import chat.parley.sealing.Sealer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Puts the table of chat requests together. */
@ApplicationScoped
class ContactBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Produces
  @Singleton
  RequestTable requestTable(Sealer sealer) {
    return new RequestTable(database, sealer);
  }
}
