package chat.parley.platform.control;

import chat.parley.platform.Secret;
import chat.parley.platform.Setting;
import java.time.Duration;

/**
 * Where the database is.
 *
 * @param startWait how long the start of an instance waits for a database that is not up yet
 */
public record DatabaseSettings(
    @Setting("parley.database.url") String url,
    @Setting("parley.database.user") String user,
    @Setting("parley.database.password") Secret password,
    @Setting("parley.database.start-wait") Duration startWait) {

  public DatabaseSettings {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "The setting parley.database.url must begin with jdbc:postgresql:, not " + url);
    }
    if (startWait.isNegative() || startWait.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "The setting parley.database.start-wait must be between PT0S and PT1H.");
    }
  }
}
