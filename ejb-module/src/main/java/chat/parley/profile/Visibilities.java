package chat.parley.profile;

/** Who is shown what of a profile. */
public record Visibilities(
    Visibility displayName,
    Visibility about,
    Visibility birthDate,
    Visibility gender,
    Visibility links,
    Visibility interests,
    Visibility picture) {

  /** Of those who chose nothing: what one is found by is open, and the rest is not. */
  public static final Visibilities DEFAULT =
      new Visibilities(
          Visibility.EVERYONE,
          Visibility.CONTACTS,
          Visibility.NOBODY,
          Visibility.NOBODY,
          Visibility.CONTACTS,
          Visibility.EVERYONE,
          Visibility.EVERYONE);
}
