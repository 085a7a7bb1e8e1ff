package chat.parley.platform;

import java.util.List;
import java.util.Map;

/** A command that breaks a bound: says which field and which bound. */
public final class InvalidInput extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("invalid-input", 400, "The request is not valid");

  /**
   * A refusal of one field.
   *
   * @param pointer the field, as a JSON pointer (RFC 6901) into the request, such as {@code
   *     /username}
   * @param detail which bound was broken, for a person
   */
  public InvalidInput(String pointer, String detail) {
    super(TYPE, detail);
    with("errors", List.of(Map.of("pointer", pointer, "detail", detail)));
  }
}
