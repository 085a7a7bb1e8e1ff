package chat.parley.budget;

import java.util.Locale;

/** What is counted. */
public enum Budget {
  /** Calls of the nodes of chains, in a month. */
  RPC,
  /** Mails that are handed over, in a month. */
  MAIL,
  /** Bytes that are stored of what people upload and back up, at this moment. */
  STORAGE;

  /** Its name in settings, tables and facts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
