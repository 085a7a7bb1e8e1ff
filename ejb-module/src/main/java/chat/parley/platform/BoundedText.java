package chat.parley.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads an answer as text, and gives up on one that is too long. */
final class BoundedText implements BodySubscriber<String> {

  /** There is more of it than anybody wants to read. */
  static final class TooLong extends IOException {

    private static final long serialVersionUID = 1L;

    TooLong(int maxBytes) {
      super("the answer is longer than " + maxBytes + " bytes");
    }
  }

  private final BodySubscriber<String> text = BodySubscribers.ofString(UTF_8);
  private final int maxBytes;
  private int bytes;
  private @Nullable Subscription source;

  BoundedText(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public CompletionStage<String> getBody() {
    return text.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    source = subscription;
    text.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    bytes += part.stream().mapToInt(ByteBuffer::remaining).sum();
    if (bytes <= maxBytes) {
      text.onNext(part);
    } else if (source != null) {
      source.cancel();
      text.onError(new TooLong(maxBytes));
    }
  }

  @Override
  public void onError(Throwable failed) {
    text.onError(failed);
  }

  @Override
  public void onComplete() {
    text.onComplete();
  }
}
