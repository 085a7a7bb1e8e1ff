package chat.parley.identity;

/** Who may ask a person to talk, from the widest to nobody; contacts need not ask. */
public enum RequestAudience {
  EVERYONE,
  /** Who shares a contact, a group or an interest with the person. */
  SHARED,
  /** Who shares a contact with the person. */
  CONTACTS_OF_CONTACTS,
  NOBODY
}
