package chat.parley.web.problem;

import chat.parley.platform.Forbidden;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.NotFound;
import chat.parley.platform.ProblemType;
import chat.parley.platform.Unavailable;
import chat.parley.web.json.BodyTooLarge;
import java.util.Map;

/** The refusals of HTTP itself, which no feature names. */
public final class HttpProblems {

  public static final ProblemType UNAUTHENTICATED =
      ProblemType.of("unauthenticated", 401, "You are not signed in");
  public static final ProblemType METHOD_NOT_ALLOWED =
      ProblemType.of("method-not-allowed", 405, "There is no such operation here");
  public static final ProblemType NOT_ACCEPTABLE =
      ProblemType.of("not-acceptable", 406, "The answer is not available in that form");
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      ProblemType.of("unsupported-media-type", 415, "The request is not in a form we take");
  public static final ProblemType TOO_MANY_REQUESTS =
      ProblemType.of("too-many-requests", 429, "Too many requests");
  public static final ProblemType INTERNAL =
      ProblemType.of("internal", 500, "Something went wrong on our side");

  private HttpProblems() {}

  /** The problem for a status that the container or the framework chose. */
  public static Problem of(int status) {
    return switch (status) {
      case 401 -> unauthenticated();
      case 403 -> Problem.of(Forbidden.TYPE, "You have no right to it.", Map.of());
      case 404, 410 -> Problem.of(new NotFound());
      case 405, 501 ->
          Problem.of(METHOD_NOT_ALLOWED, "See the Allow header for what there is.", Map.of());
      case 406 -> Problem.of(NOT_ACCEPTABLE, "The answer is application/json.", Map.of());
      case 413 ->
          Problem.of(BodyTooLarge.TYPE, "The request has more bytes than allowed.", Map.of());
      case 415 ->
          Problem.of(
              UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8, uncompressed.", Map.of());
      case 429 -> Problem.of(TOO_MANY_REQUESTS, "Try again later.", Map.of());
      case 503 -> Problem.of(Unavailable.SAME, "Try again in a moment.", Map.of());
      default ->
          status >= 400 && status < 500
              ? Problem.of(InvalidInput.TYPE, "The request cannot be understood.", Map.of())
              : Problem.of(INTERNAL, "It is not your fault. Try again.", Map.of());
    };
  }

  /** The answer to a request that needs a session and has none that is good. */
  public static Problem unauthenticated() {
    return Problem.of(UNAUTHENTICATED, "Sign in, then try again.", Map.of("signIn", SignIn.PATH));
  }
}
