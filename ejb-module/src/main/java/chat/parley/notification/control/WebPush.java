package chat.parley.notification.control;

import chat.parley.conversation.ConversationId;
import chat.parley.notification.PushSubscription;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.ServerKeys;
import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptionException;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.header.Urgency;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * Asks a push service to call a device (RFC 8030), as this installation (VAPID, RFC 8292), with a
 * text that only the device can read (RFC 8291). The text says that there is something new in a
 * conversation, and nothing of what it is.
 */
public final class WebPush {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final int TOPIC_BYTES = 24;
  private static final int TOKEN_HOURS = 12;

  private final VAPIDKeyPair keys;
  private final String contact;
  private final PushServices services;
  private final HttpClient http;

  /** What became of a call. */
  public record Outcome(Result result, int status, Duration retryAfter) {

    private static Outcome of(Result result, int status) {
      return new Outcome(result, status, Duration.ZERO);
    }
  }

  /** What to do after a call. */
  public enum Result {
    /** The push service has it. */
    TAKEN,
    /** The device is reached there no more. */
    GONE,
    /** The address is one that must not be called. */
    FORBIDDEN,
    /** The push service wants it not, and would not later either. */
    REFUSED,
    /** The push service wants it later. */
    LATER,
    /** The push service cannot be reached, or is broken. */
    AWAY
  }

  /**
   * Ready to call.
   *
   * @param contact where the operator of this installation is reached
   */
  WebPush(ServerKeys.SigningKey key, String contact, PushServices services) {
    this.keys =
        VAPIDKeyPairs.of(
            PrivateKeySources.ofECPrivateKey(key.key()),
            PublicKeySources.ofECPublicKey((ECPublicKey) key.certificate().getPublicKey()));
    this.contact = contact;
    this.services = services;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** The public key that browsers subscribe with: an uncompressed point, base64url. */
  String publicKey() {
    return keys.extractPublicKeyInUncompressedFormAsString();
  }

  /** Calls a device about a conversation. Blocks until the push service has answered. */
  public Outcome call(DeviceId device, PushSubscription to, ConversationId conversation)
      throws InterruptedException {
    URI endpoint = to.endpoint();
    try {
      services.require(endpoint);
      if (!services.isPublic(endpoint)) {
        return Outcome.of(Result.FORBIDDEN, 0);
      }
      HttpResponse<Void> answer =
          http.send(request(device, to, conversation), HttpResponse.BodyHandlers.discarding());
      return outcome(answer);
    } catch (InvalidInput e) {
      return Outcome.of(Result.FORBIDDEN, 0);
    } catch (MessageEncryptionException e) {
      // A point that is not on the curve.
      return Outcome.of(Result.GONE, 0);
    } catch (IOException e) {
      return Outcome.of(Result.AWAY, 0);
    }
  }

  private HttpRequest request(DeviceId device, PushSubscription to, ConversationId conversation) {
    EncryptedPushMessage text =
        MessageEncryptions.of()
            .encrypt(
                UserAgentMessageEncryptionKeyInfo.of(to.key(), to.secret()),
                PushMessage.ofUTF8(
                    "{\"type\":\"message\",\"conversation\":\"" + conversation + "\"}"));
    String token =
        keys.generateAuthorizationHeaderValue(
            VAPIDJWTParam.getBuilder()
                .resourceURLString(to.endpoint().toString())
                .expiresAfter(TOKEN_HOURS, TimeUnit.HOURS)
                .subject(contact)
                .build());
    return HttpRequest.newBuilder(to.endpoint())
        .timeout(ANSWER_WITHIN)
        .header("Authorization", token)
        .header("Content-Type", "application/octet-stream")
        .header("Content-Encoding", text.contentEncoding())
        .header("TTL", Long.toString(Limits.PUSH_KEPT_FOR.toSeconds()))
        .header(Urgency.HEADER_NAME, Urgency.high())
        .header("Topic", topic(device, conversation))
        .POST(HttpRequest.BodyPublishers.ofByteArray(text.toBytes()))
        .build();
  }

  /**
   * A newer call about the same conversation takes the place of one that waits. Different for each
   * device, so that a push service cannot tell who talks to whom.
   */
  static String topic(DeviceId device, ConversationId conversation) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((device + " " + conversation).getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(hash, TOPIC_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Outcome outcome(HttpResponse<Void> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return Outcome.of(Result.TAKEN, status);
    } else if (status == 404 || status == 410) {
      return Outcome.of(Result.GONE, status);
    } else if (status == 429) {
      return new Outcome(Result.LATER, status, retryAfter(answer));
    } else if (status >= 500) {
      return new Outcome(Result.AWAY, status, retryAfter(answer));
    }
    return Outcome.of(Result.REFUSED, status);
  }

  private static Duration retryAfter(HttpResponse<Void> answer) {
    String seconds = answer.headers().firstValue("Retry-After").orElse("0");
    return seconds.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }
}
