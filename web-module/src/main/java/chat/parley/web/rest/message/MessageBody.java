package chat.parley.web.rest.message;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.web.json.StrictJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, as programs read it. The server stores bodies as they come; what stands in
 * them is agreed among clients, and this is the server's own client.
 *
 * @param type what kind of message it is
 * @param content the text, or the emoji of a reaction; null when there is none
 * @param metadata what else it says; null for nothing
 */
record MessageBody(Type type, @Nullable String content, MessageJson.@Nullable Metadata metadata) {

  private static final int SALT_BYTES = 16;

  /** The kinds that clients know. */
  enum Type {
    TEXT,
    EDIT,
    REACTION,
    PIN,
    ERASED,
    UNSUPPORTED
  }

  private static final MessageBody UNSUPPORTED = new MessageBody(Type.UNSUPPORTED, null, null);
  private static final MessageBody ERASED = new MessageBody(Type.ERASED, null, null);

  /**
   * The body of a text. The salt keeps the hash of a short text from telling the text to somebody
   * who has the hashes and can guess.
   *
   * @throws InvalidInput when the text is blank, or its body longer than a message may be
   */
  static String text(String text, SecureRandom random) {
    if (text.isBlank()) {
      throw new InvalidInput("/message", "A message cannot be empty.");
    }
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Map<String, String> body = new LinkedHashMap<>();
    body.put("type", "text");
    body.put("text", text);
    body.put("salt", Base64.getUrlEncoder().withoutPadding().encodeToString(salt));
    String json = StrictJson.writeText(body);
    if (json.getBytes(StandardCharsets.UTF_8).length > Limits.MESSAGE_BODY_BYTES) {
      throw new InvalidInput("/message", "It is too long for one message.");
    }
    return json;
  }

  /** Reads a body; null stands for one that was erased. */
  static MessageBody read(@Nullable String body) {
    if (body == null) {
      return ERASED;
    }
    JsonNode json;
    try {
      json = StrictJson.read(body, JsonNode.class);
    } catch (InvalidInput notJson) {
      return UNSUPPORTED;
    }
    return switch (json.path("type").asText()) {
      case "text" -> ofText(json);
      case "edit" -> ofEdit(json);
      case "reaction" -> ofReaction(json);
      case "pin" -> ofPin(json);
      default -> UNSUPPORTED;
    };
  }

  private static MessageBody ofText(JsonNode json) {
    String text = string(json, "text");
    if (text == null) {
      return UNSUPPORTED;
    }
    List<MessageJson.Mention> mentions = mentions(json);
    Long replyTo = seq(json, "replyTo");
    Boolean forwarded = json.path("forwarded").asBoolean(false) ? Boolean.TRUE : null;
    boolean plain = mentions == null && replyTo == null && forwarded == null;
    return new MessageBody(
        Type.TEXT,
        text,
        plain ? null : new MessageJson.Metadata(replyTo, null, null, mentions, forwarded));
  }

  private static MessageBody ofEdit(JsonNode json) {
    String text = string(json, "text");
    Long target = seq(json, "target");
    return text == null || target == null
        ? UNSUPPORTED
        : new MessageBody(
            Type.EDIT, text, new MessageJson.Metadata(null, target, null, mentions(json), null));
  }

  private static MessageBody ofReaction(JsonNode json) {
    String emoji = string(json, "emoji");
    Long target = seq(json, "target");
    return emoji == null || target == null || !json.path("on").isBoolean()
        ? UNSUPPORTED
        : new MessageBody(
            Type.REACTION,
            emoji,
            new MessageJson.Metadata(null, target, json.path("on").asBoolean(), null, null));
  }

  private static MessageBody ofPin(JsonNode json) {
    Long target = seq(json, "target");
    return target == null || !json.path("on").isBoolean()
        ? UNSUPPORTED
        : new MessageBody(
            Type.PIN,
            null,
            new MessageJson.Metadata(null, target, json.path("on").asBoolean(), null, null));
  }

  private static @Nullable String string(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isTextual() ? value.asText() : null;
  }

  private static @Nullable Long seq(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isIntegralNumber() && value.canConvertToLong() && value.asLong() > 0
        ? Long.valueOf(value.asLong())
        : null;
  }

  private static @Nullable List<MessageJson.Mention> mentions(JsonNode json) {
    List<MessageJson.Mention> mentions = new ArrayList<>();
    for (JsonNode each : json.path("mentions")) {
      UUID account = StrictJson.id(each.path("account").asText());
      JsonNode from = each.path("from");
      JsonNode length = each.path("length");
      if (account != null
          && from.canConvertToInt()
          && from.isInt()
          && from.asInt() >= 0
          && length.isInt()
          && length.asInt() > 0) {
        mentions.add(new MessageJson.Mention(account, from.asInt(), length.asInt()));
      }
    }
    return mentions.isEmpty() ? null : mentions;
  }
}
