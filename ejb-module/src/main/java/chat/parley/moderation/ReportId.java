package chat.parley.moderation;

import java.util.UUID;

/** The id of a report, which its reporter has chosen, so that it is told once. */
public record ReportId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
