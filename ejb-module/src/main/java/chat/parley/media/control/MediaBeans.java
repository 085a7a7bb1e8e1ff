package chat.parley.media.control;

import chat.parley.media.BlobStore;
import chat.parley.media.MediaLog;
import chat.parley.platform.Settings;
import chat.parley.platform.boundary.Resources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Chooses where uploads are kept. */
@ApplicationScoped
class MediaBeans {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource pooled;

  @Produces
  @Singleton
  BlobTable blobTable() {
    return new BlobTable(pooled);
  }

  @Produces
  @Singleton
  static PictureStudio pictureStudio() {
    return new PictureStudio();
  }

  @Produces
  @Singleton
  static BlobStore blobStore(Config config) {
    MediaSettings settings =
        Settings.read(MediaSettings.class, key -> config.getOptionalValue(key, String.class));
    if (settings.store().equals("s3")) {
      return new S3BlobStore(settings, DefaultCredentialsProvider.builder().build());
    }
    if (settings.path().isPresent()) {
      return new FileBlobStore(settings.path().get(), settings.keepFree());
    }
    MediaLog.LOG.storeIsOff();
    return new NoBlobStore();
  }
}
