package chat.parley.platform;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks another system over HTTP, bounded in time, in the length of the answer, and in how many
 * questions wait at once: one that is slow, or that lies, takes no more of this instance than that.
 * Redirects are not followed.
 */
public final class BoundedHttp {

  private final HttpClient http;
  private final Semaphore places;
  private final Duration within;
  private final int maxBytes;

  /** There is no answer. The message says why, in words for operators. */
  public static final class Unanswered extends Exception {

    private static final long serialVersionUID = 1L;

    private Unanswered(String reason) {
      super(reason);
    }
  }

  /** The answer is longer than anybody wants to read. */
  public static final class TooLong extends Exception {

    private static final long serialVersionUID = 1L;

    private TooLong(int maxBytes) {
      super("its answer is longer than " + maxBytes + " bytes");
    }
  }

  /**
   * Ready to ask.
   *
   * @param within how long one question may take, its connection and its whole answer included
   * @param atOnce how many questions may wait; another one is not asked
   * @param maxBytes of an answer
   */
  public BoundedHttp(Duration within, int atOnce, int maxBytes) {
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(within)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.places = new Semaphore(atOnce);
    this.within = within;
    this.maxBytes = maxBytes;
  }

  /** Waits for the answer, whatever its status. */
  public HttpResponse<String> ask(HttpRequest.Builder question) throws Unanswered, TooLong {
    return ask(question, within);
  }

  /**
   * Waits for the answer, whatever its status, for a shorter time than usual.
   *
   * @param shorter nothing is asked when it is not positive
   */
  public HttpResponse<String> ask(HttpRequest.Builder question, Duration shorter)
      throws Unanswered, TooLong {
    Duration left = shorter.compareTo(within) < 0 ? shorter : within;
    if (left.isNegative() || left.isZero()) {
      throw new Unanswered("no time is left");
    }
    if (!places.tryAcquire()) {
      throw new Unanswered("too many questions wait");
    }
    try {
      return waitFor(question.timeout(left).build(), left);
    } finally {
      places.release();
    }
  }

  private HttpResponse<String> waitFor(HttpRequest question, Duration left)
      throws Unanswered, TooLong {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(question, head -> new BoundedText(maxBytes));
    try {
      // The request's own limit ends with the first byte of the answer.
      return answer.get(left.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BoundedText.TooLong) {
        throw new TooLong(maxBytes);
      }
      throw new Unanswered(
          e.getCause() instanceof IOException ? "it is not reached" : "the question failed");
    } catch (TimeoutException e) {
      throw new Unanswered("it does not answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered("this instance stops");
    } finally {
      answer.cancel(true);
    }
  }
}
