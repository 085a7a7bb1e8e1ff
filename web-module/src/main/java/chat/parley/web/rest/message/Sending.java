package chat.parley.web.rest.message;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.Appended;
import chat.parley.journal.Entry;
import chat.parley.message.SendMessage;
import chat.parley.message.boundary.MessageService;
import chat.parley.platform.Limits;
import chat.parley.platform.ParleyException;
import chat.parley.platform.RateLimit;
import chat.parley.platform.Unavailable;
import chat.parley.web.rest.IdempotencyKey;
import chat.parley.web.security.CurrentAccount;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends a text as the socket sends a body, and waits for the answer. */
@ApplicationScoped
public class Sending {

  @EJB private MessageService messages;
  @Inject private SecureRandom random;

  private final RateLimit rate =
      new RateLimit(
          Limits.REST_SENDS,
          Limits.REST_WINDOW,
          "Too many messages at once. Wait a moment, then send again with the same key.");

  /** Counts a message of the caller; said before anything is looked up for it. */
  void admit(CurrentAccount caller) {
    rate.take(caller.id().toString());
  }

  /**
   * Sends.
   *
   * @param key the header {@link IdempotencyKey#HEADER}: a repeat is given the entry of the first
   * @return the entry, which is committed
   */
  Entry send(
      CurrentAccount caller, @Nullable String key, ConversationId conversation, String text) {
    return await(
            messages.send(
                new SendMessage(
                    caller.id(),
                    caller.device(),
                    IdempotencyKey.of(key),
                    conversation,
                    MessageBody.text(text, random))))
        .entry();
  }

  private static Appended await(CompletionStage<Appended> answer) {
    try {
      return answer
          .toCompletableFuture()
          .get(Limits.SEND_ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ParleyException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("the message was neither stored nor refused", e);
    } catch (TimeoutException e) {
      throw new Unavailable("It is not known whether the message is stored.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("This instance is shutting down.");
    }
  }
}
