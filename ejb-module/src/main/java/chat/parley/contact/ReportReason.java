package chat.parley.contact;

/** Why somebody is reported. */
public enum ReportReason {
  SPAM,
  ABUSE,
  IMPERSONATION,
  OTHER
}
