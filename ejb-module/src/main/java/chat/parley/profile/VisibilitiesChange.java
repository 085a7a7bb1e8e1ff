package chat.parley.profile;

import org.jspecify.annotations.Nullable;

/** New choices of who is shown what; what is null stays as it is. */
public record VisibilitiesChange(
    @Nullable Visibility displayName,
    @Nullable Visibility about,
    @Nullable Visibility birthDate,
    @Nullable Visibility gender,
    @Nullable Visibility links,
    @Nullable Visibility interests,
    @Nullable Visibility picture) {

  /** Changes nothing. */
  public static final VisibilitiesChange NONE =
      new VisibilitiesChange(null, null, null, null, null, null, null);

  Visibilities of(Visibilities before) {
    return new Visibilities(
        displayName == null ? before.displayName() : displayName,
        about == null ? before.about() : about,
        birthDate == null ? before.birthDate() : birthDate,
        gender == null ? before.gender() : gender,
        links == null ? before.links() : links,
        interests == null ? before.interests() : interests,
        picture == null ? before.picture() : picture);
  }
}
