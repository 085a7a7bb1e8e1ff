package chat.parley.profile;

/** Who is shown something of a profile, beside its owner. */
public enum Visibility {
  EVERYONE,
  /** Those the owner is in touch with, see {@link Acquaintance#CONTACT}. */
  CONTACTS,
  NOBODY;

  /** Whether somebody is shown it. */
  public boolean includes(boolean contact) {
    return this == EVERYONE || (this == CONTACTS && contact);
  }
}
