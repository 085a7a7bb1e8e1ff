package chat.parley.moderation;

/** Why somebody is reported. */
public enum ReportReason {
  SPAM,
  ABUSE,
  IMPERSONATION,
  OTHER
}
