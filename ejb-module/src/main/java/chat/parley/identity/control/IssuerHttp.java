package chat.parley.identity.control;

import chat.parley.platform.BoundedHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * What is asked of one issuer behind the back of the browser: bounded in time, in length, and in
 * how many questions wait at once. Redirects are not followed.
 */
final class IssuerHttp {

  /** One answer; a person waits for it. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

  private static final int AT_ONCE = 16;

  /** Descriptions and key sets of real issuers have 2 to 20 KB. */
  private static final int MAX_ANSWER_BYTES = 64 * 1024;

  private static final int OK = 200;

  private final BoundedHttp http = new BoundedHttp(ANSWER_WITHIN, AT_ONCE, MAX_ANSWER_BYTES);
  private final Clock clock;

  IssuerHttp(Clock clock) {
    this.clock = clock;
  }

  /** What was answered. */
  record Answer(int status, Map<String, Object> members) {}

  /**
   * Reads a document.
   *
   * @param what it is, for operators
   * @param until when the answer must be there
   */
  Map<String, Object> get(URI address, String what, Instant until) throws IssuerTrouble {
    Answer answer = send(HttpRequest.newBuilder(address).GET(), what, until);
    if (answer.status() != OK) {
      throw trouble(what, answer.status());
    }
    return answer.members();
  }

  /**
   * Sends a form.
   *
   * @param authorization the header; empty for none
   */
  Answer post(URI address, String form, String authorization, String what, Instant until)
      throws IssuerTrouble {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return send(request, what, until);
  }

  /** An issuer that has a fault of its own is away; one that says no to us is wrong. */
  static IssuerTrouble trouble(String what, int status) {
    String reason = what + ": status " + status;
    return status >= 500 || status == 429 || status == 408
        ? IssuerTrouble.away(reason)
        : IssuerTrouble.wrong(reason);
  }

  private Answer send(HttpRequest.Builder request, String what, Instant until)
      throws IssuerTrouble {
    try {
      HttpResponse<String> answer =
          http.ask(
              request.header("Accept", "application/json"),
              Duration.between(clock.instant(), until));
      return new Answer(answer.statusCode(), members(answer.statusCode(), answer.body(), what));
    } catch (BoundedHttp.Unanswered e) {
      throw IssuerTrouble.away(what + ": " + e.getMessage());
    } catch (BoundedHttp.TooLong e) {
      throw IssuerTrouble.wrong(what + ": " + e.getMessage());
    }
  }

  private static Map<String, Object> members(int status, String text, String what)
      throws IssuerTrouble {
    try {
      return JsonUtil.parseJson(text);
    } catch (JoseException e) {
      if (status != OK) {
        return Map.of();
      }
      throw IssuerTrouble.wrong(what + ": no JSON object");
    }
  }
}
