package chat.parley.profile;

/**
 * The wish for an interest that the catalogue does not have.
 *
 * @param name 2 to {@link chat.parley.platform.Limits#INTEREST_NAME_LENGTH} characters
 * @param category the id of a category
 */
public record AddInterest(String name, String category) {

  public AddInterest {
    name = ProfileTexts.interest("/name", name);
  }
}
