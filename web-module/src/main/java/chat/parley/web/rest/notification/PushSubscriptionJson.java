package chat.parley.web.rest.notification;

import chat.parley.notification.PushSubscription;
import chat.parley.platform.Limits;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a device is reached, as the Push API of its browser says it. */
@Schema(
    name = "PushSubscription",
    description = "Where a device is reached, as the Push API of its browser says it.")
public record PushSubscriptionJson(
    @Schema(
            description = "The address of the browser's push service; https, with a public name.",
            maxLength = Limits.PUSH_ENDPOINT_CHARACTERS,
            example = "https://push.example.net/wpush/v2/8d2f")
        String endpoint,
    Keys keys) {

  /** The keys that a text for the device is encrypted with. */
  @Schema(
      name = "PushKeys",
      description = "The keys that a text for the device is encrypted with (RFC 8291), base64url.")
  public record Keys(
      @Schema(
              description = "A point on P-256, uncompressed.",
              minLength = 87,
              maxLength = 88,
              example =
                  "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
          String p256dh,
      @Schema(
              description = "16 random bytes.",
              minLength = 22,
              maxLength = 24,
              example = "BTBZMqHH6r4Tts7J_aSIgg")
          String auth) {}

  PushSubscription subscription() {
    return PushSubscription.of(endpoint, keys.p256dh(), keys.auth());
  }
}
