package chat.parley.attachment.control;

import chat.parley.media.BlobStore;
import chat.parley.platform.Settings;
import chat.parley.platform.boundary.Resources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** Puts attachments together. */
@ApplicationScoped
class AttachmentBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Produces
  @Singleton
  AttachmentTable attachmentTable() {
    return new AttachmentTable(database);
  }

  @Produces
  @Singleton
  static AttachmentRules attachmentRules(Config config) {
    return new AttachmentRules(
        Settings.read(AttachmentSettings.class, key -> config.getOptionalValue(key, String.class)));
  }

  @Produces
  @Singleton
  static PartStore partStore(BlobStore store) {
    return new PartStore(store);
  }
}
