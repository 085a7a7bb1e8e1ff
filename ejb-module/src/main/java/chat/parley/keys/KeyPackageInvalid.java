package chat.parley.keys;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import java.util.List;
import java.util.Map;

/** A KeyPackage that is not one, or not one of the device that publishes it. */
public final class KeyPackageInvalid extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("key-package-invalid", 422, "A KeyPackage is not valid");

  /**
   * A refusal of one of them.
   *
   * @param pointer which, as a JSON pointer into the request
   * @param detail what is wrong with it
   */
  public KeyPackageInvalid(String pointer, String detail) {
    super(TYPE, detail);
    with("errors", List.of(Map.of("pointer", pointer, "detail", detail)));
  }
}
