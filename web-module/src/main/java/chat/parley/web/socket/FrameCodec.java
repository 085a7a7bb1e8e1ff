package chat.parley.web.socket;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.Attention;
import chat.parley.journal.StreamId;
import chat.parley.media.MediaId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.realtime.ClientFrame;
import chat.parley.realtime.PresenceState;
import chat.parley.realtime.ServerFrame;
import chat.parley.web.json.StrictJson;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Frames as JSON text, and back.
 *
 * <p>What is not one I-JSON object (RFC 7493: well-formed, no name twice) within the bounds of size
 * and depth is a {@link BadFrame}. In an object, a member that is missing, of another type or out
 * of bounds is a {@link RefusedFrame}; members that are not known are ignored, so that clients may
 * be newer than the server.
 */
final class FrameCodec {

  private static final int DEPTH = 16;
  private static final int NAME_LENGTH = 100;
  private static final int NUMBER_LENGTH = 40;
  private static final int TYPE_LENGTH = 40;
  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxNameLength(NAME_LENGTH)
                          .maxNumberLength(NUMBER_LENGTH)
                          .maxStringLength(Limits.FRAME_BYTES)
                          .build())
                  // Names come from strangers: they must not fill a table that lives for ever.
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private static final ServerFrame.Writer<String> WRITER = new FrameWriter();

  private FrameCodec() {}

  /** Writes a frame. */
  static String encode(ServerFrame frame) {
    return frame.writeTo(WRITER);
  }

  /** Writes frames as one message, each on a line of its own: JSON text has no line breaks. */
  static String encode(List<ServerFrame> frames) {
    if (frames.size() == 1) {
      return encode(frames.get(0));
    }
    StringBuilder lines = new StringBuilder(weight(frames) + frames.size());
    for (ServerFrame frame : frames) {
      lines.append(lines.isEmpty() ? "" : "\n").append(encode(frame));
    }
    return lines.toString();
  }

  /** About how many bytes all of these take. */
  static int weight(List<ServerFrame> frames) {
    int sum = 0;
    for (ServerFrame each : frames) {
      sum += each.weight();
    }
    return sum;
  }

  /**
   * Reads a frame.
   *
   * @throws BadFrame when the text is not an object of the protocol
   * @throws RefusedFrame when a member of it breaks a bound
   */
  static ClientFrame decode(String text) throws BadFrame, RefusedFrame {
    if (text.length() > Limits.FRAME_BYTES) {
      throw new BadFrame("the frame is too large");
    }
    JsonNode node;
    try {
      node = READER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new BadFrame("not a JSON object without duplicate names");
    }
    if (!(node instanceof ObjectNode object)) {
      throw new BadFrame("not a JSON object");
    }
    JsonNode id = object.get("id");
    String re =
        id != null && id.isTextual() && ClientFrame.Checks.isId(id.textValue())
            ? id.textValue()
            : null;
    try {
      return read(new Members(object), re);
    } catch (InvalidInput refusal) {
      throw new RefusedFrame(re, refusal);
    }
  }

  private static ClientFrame read(Members members, @Nullable String re) {
    String type = members.text("type");
    return switch (type) {
      case "hello" ->
          new ClientFrame.Hello(
              members.text("id"),
              members.text("ticket"),
              new DeviceId(members.id("device")),
              members.has("generation") ? members.id("generation") : null,
              members.has("cursors") ? members.cursors() : Map.of(),
              members.has("window") ? members.smallNumber("window") : null,
              members.has("lines") && members.flag("lines"));
      case "ack" -> new ClientFrame.Ack(members.cursors());
      case "send" ->
          new ClientFrame.Send(
              members.text("id"),
              members.id("cid"),
              new ConversationId(members.id("conversation")),
              members.has("epoch") ? members.number("epoch") : null,
              members.text("body"),
              members.has("expiresIn") ? members.seconds("expiresIn") : null,
              members.has("notify") ? members.attention("notify") : Attention.ALL,
              members.has("attachments") ? members.uploads("attachments") : List.of());
      case "purge" ->
          new ClientFrame.Purge(
              members.text("id"),
              members.id("cid"),
              new ConversationId(members.id("conversation")),
              members.numbers("seqs"));
      case "mark" ->
          new ClientFrame.Mark(
              new ConversationId(members.id("conversation")),
              members.number("read"),
              members.has("private") && members.flag("private"));
      case "typing" ->
          new ClientFrame.Typing(
              new ConversationId(members.id("conversation")), members.flag("on"));
      case "presence" -> new ClientFrame.Presence(state(members.text("state")));
      case "focus" ->
          new ClientFrame.Focus(
              members.conversations("open"),
              members.has("people") ? members.people("people") : Map.of());
      case "fetch" ->
          new ClientFrame.Fetch(
              members.text("id"),
              members.stream("stream"),
              members.has("after") ? members.number("after") : null,
              members.has("before") ? members.number("before") : null,
              members.smallNumber("limit"));
      case "ping" -> new ClientFrame.Ping(members.number("n"));
      default -> {
        if (type.length() > TYPE_LENGTH) {
          throw new InvalidInput("/type", "A type has at most " + TYPE_LENGTH + " characters.");
        }
        yield new ClientFrame.Unsupported(re, type);
      }
    };
  }

  private static PresenceState state(String text) {
    return switch (text) {
      case "active" -> PresenceState.ACTIVE;
      case "away" -> PresenceState.AWAY;
      default -> throw new InvalidInput("/state", "A state is active or away.");
    };
  }

  /** The members of a frame, each asked for by name and type. */
  private record Members(ObjectNode object) {

    boolean has(String name) {
      JsonNode value = object.get(name);
      return value != null && !value.isNull();
    }

    private JsonNode get(String name) {
      JsonNode value = object.get(name);
      if (value == null || value.isNull()) {
        throw new InvalidInput("/" + name, "It is missing.");
      }
      return value;
    }

    String text(String name) {
      JsonNode value = get(name);
      if (!value.isTextual()) {
        throw new InvalidInput("/" + name, "Text is expected.");
      }
      return value.textValue();
    }

    UUID id(String name) {
      UUID id = StrictJson.id(text(name));
      if (id == null) {
        throw new InvalidInput("/" + name, "A lower-case UUID is expected.");
      }
      return id;
    }

    boolean flag(String name) {
      JsonNode value = get(name);
      if (!value.isBoolean()) {
        throw new InvalidInput("/" + name, "True or false is expected.");
      }
      return value.booleanValue();
    }

    long number(String name) {
      return wholeNumber("/" + name, get(name));
    }

    int smallNumber(String name) {
      long number = number(name);
      if (number != (int) number) {
        throw new InvalidInput("/" + name, "The number is out of bounds.");
      }
      return (int) number;
    }

    List<Long> numbers(String name) {
      if (!(get(name) instanceof ArrayNode list)) {
        throw new InvalidInput("/" + name, "A list is expected.");
      }
      List<Long> numbers = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        numbers.add(wholeNumber("/" + name + "/" + i, list.get(i)));
      }
      return numbers;
    }

    Duration seconds(String name) {
      return Duration.ofSeconds(smallNumber(name));
    }

    Attention attention(String name) {
      JsonNode value = get(name);
      if (value instanceof ArrayNode list) {
        if (list.size() > Limits.MESSAGE_MENTIONS) {
          throw new InvalidInput(
              "/" + name, "A message mentions at most " + Limits.MESSAGE_MENTIONS + " people.");
        }
        Set<AccountId> mentioned = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
          UUID id = list.get(i).isTextual() ? StrictJson.id(list.get(i).textValue()) : null;
          if (id == null) {
            throw new InvalidInput("/" + name + "/" + i, "A lower-case UUID is expected.");
          }
          mentioned.add(new AccountId(id));
        }
        return Attention.mentioning(mentioned);
      }
      String word = value.isTextual() ? value.textValue() : "";
      return switch (word) {
        case "all" -> Attention.ALL;
        case "none" -> Attention.NONE;
        default ->
            throw new InvalidInput("/" + name, "It is 'all', 'none', or a list of accounts.");
      };
    }

    StreamId stream(String name) {
      return streamNamed("/" + name, text(name));
    }

    Map<StreamId, Long> cursors() {
      if (!(get("cursors") instanceof ObjectNode cursors)) {
        throw new InvalidInput("/cursors", "An object is expected.");
      }
      Map<StreamId, Long> read = new HashMap<>();
      for (Map.Entry<String, JsonNode> cursor : cursors.properties()) {
        StreamId stream = streamNamed("/cursors", cursor.getKey());
        String pointer = "/cursors/" + stream.toString().replace("/", "~1");
        read.put(stream, wholeNumber(pointer, cursor.getValue()));
      }
      return read;
    }

    List<MediaId> uploads(String name) {
      if (!(get(name) instanceof ArrayNode list)) {
        throw new InvalidInput("/" + name, "A list is expected.");
      }
      if (list.size() > Limits.MESSAGE_ATTACHMENTS) {
        throw new InvalidInput(
            "/" + name, "A message has at most " + Limits.MESSAGE_ATTACHMENTS + " files.");
      }
      List<MediaId> uploads = new ArrayList<>();
      for (JsonNode each : list) {
        UUID id = each.isTextual() ? StrictJson.id(each.textValue()) : null;
        if (id == null) {
          throw new InvalidInput("/" + name, "A lower-case UUID is expected.");
        }
        uploads.add(new MediaId(id));
      }
      return uploads;
    }

    Set<ConversationId> conversations(String name) {
      return ids("/" + name, get(name)).stream()
          .map(ConversationId::new)
          .collect(Collectors.toSet());
    }

    Map<ConversationId, Set<AccountId>> people(String name) {
      if (!(get(name) instanceof ObjectNode people)) {
        throw new InvalidInput("/" + name, "An object is expected.");
      }
      Map<ConversationId, Set<AccountId>> read = new HashMap<>();
      for (Map.Entry<String, JsonNode> each : people.properties()) {
        UUID conversation = StrictJson.id(each.getKey());
        if (conversation == null) {
          throw new InvalidInput("/" + name, "A lower-case UUID is expected.");
        }
        read.put(
            new ConversationId(conversation),
            ids("/" + name + "/" + conversation, each.getValue()).stream()
                .map(AccountId::new)
                .collect(Collectors.toSet()));
      }
      return read;
    }

    private static Set<UUID> ids(String pointer, JsonNode value) {
      if (!(value instanceof ArrayNode list)) {
        throw new InvalidInput(pointer, "A list is expected.");
      }
      Set<UUID> ids = new HashSet<>();
      for (JsonNode each : list) {
        UUID id = each.isTextual() ? StrictJson.id(each.textValue()) : null;
        if (id == null) {
          throw new InvalidInput(pointer, "A lower-case UUID is expected.");
        }
        ids.add(id);
      }
      return ids;
    }

    private static StreamId streamNamed(String pointer, String name) {
      try {
        return StreamId.parse(name);
      } catch (IllegalArgumentException e) {
        throw new InvalidInput(pointer, "A stream is c/, u/ or d/ and a lower-case UUID.");
      }
    }

    private static long wholeNumber(String pointer, JsonNode value) {
      if (!value.isIntegralNumber() || !value.canConvertToLong()) {
        throw new InvalidInput(pointer, "A whole number is expected.");
      }
      return value.longValue();
    }
  }
}
