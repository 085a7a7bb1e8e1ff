package chat.parley.contact.control;

import chat.parley.platform.boundary.Resources;
import chat.parley.sealing.PersonalSealer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Puts the tables of chat requests and codes together. */
@ApplicationScoped
class ContactBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Produces
  @Singleton
  RequestTable requestTable(PersonalSealer sealer) {
    return new RequestTable(database, sealer);
  }

  @Produces
  @Singleton
  CodeTable codeTable(PersonalSealer sealer) {
    return new CodeTable(database, sealer);
  }
}
