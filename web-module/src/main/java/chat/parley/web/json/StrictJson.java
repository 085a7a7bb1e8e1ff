package chat.parley.web.json;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.ParleyException;
import chat.parley.platform.Utf8;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON to records and back, without forgiveness (RFC 8259, with the stricter choices of RFC 8725
 * and I-JSON, RFC 7493): unknown, duplicate and missing members, other types, deep nesting, text
 * that is not Unicode or holds U+0000, and anything after the value are refused as {@link
 * InvalidInput} with a pointer to the place.
 *
 * <p>A component of a record must be there unless it is marked {@link Nullable}; {@code null} is
 * the same as absent. Ids are lower-case UUIDs, times RFC 3339 in UTC with milliseconds.
 */
public final class StrictJson {

  /** Objects and arrays inside each other. */
  public static final int DEPTH = 32;

  private static final int NAME_LENGTH = 100;
  private static final int NUMBER_LENGTH = 40;
  private static final int POINTER_LENGTH = 200;
  private static final int ID_LENGTH = 36;
  private static final Pattern UTC =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z");

  /** A time that was written: all entries of one commit have the same. */
  private record WrittenTime(Instant at, String text) {}

  private static volatile @Nullable WrittenTime lastTime;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final ObjectMapper MAPPER = mapper();

  private StrictJson() {}

  /**
   * Reads a JSON text into a record.
   *
   * @param utf8 the text, already bounded by its reader
   * @throws InvalidInput for anything that is not exactly such a record
   */
  public static <T> T read(byte[] utf8, Class<T> type) {
    return read(decode(utf8), type);
  }

  /**
   * Reads a JSON text into a record.
   *
   * @throws InvalidInput for anything that is not exactly such a record
   */
  public static <T> T read(String text, Class<T> type) {
    T value;
    try {
      value = MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw refusal(e);
    }
    if (value == null) {
      throw new InvalidInput("", "A JSON object is expected.");
    }
    requireComplete("", value);
    return value;
  }

  /** Writes a value as UTF-8. */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a value as text. */
  public static String writeText(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The time as every JSON of the product writes it. */
  public static String time(Instant at) {
    WrittenTime last = lastTime;
    if (last == null || !last.at().equals(at)) {
      last = new WrittenTime(at, TIME.format(at));
      lastTime = last;
    }
    return last.text();
  }

  /** The id this text is in its one canonical form; null for any other text. */
  public static @Nullable UUID id(String text) {
    return isId(text) ? UUID.fromString(text) : null;
  }

  /**
   * Looks at the characters one by one: a regular expression costs more than all else in a frame.
   */
  private static boolean isId(String text) {
    if (text.length() != ID_LENGTH) {
      return false;
    }
    for (int i = 0; i < ID_LENGTH; i++) {
      char c = text.charAt(i);
      boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
      boolean fits = isDash ? c == '-' : isHex(c);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  private static String decode(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(utf8))
          .toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInput("", "The text is not valid UTF-8.");
    }
  }

  private static ObjectMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNameLength(NAME_LENGTH)
                    .maxNumberLength(NUMBER_LENGTH)
                    .build())
            // Names come from strangers: they must not fill a table that lives for ever.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    JsonMapper mapper =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .addModule(module())
            .build();
    for (CoercionInputShape shape :
        List.of(
            CoercionInputShape.Integer,
            CoercionInputShape.Float,
            CoercionInputShape.Boolean,
            CoercionInputShape.EmptyString)) {
      mapper.coercionConfigFor(LogicalType.Enum).setCoercion(shape, CoercionAction.Fail);
      mapper.coercionConfigFor(LogicalType.POJO).setCoercion(shape, CoercionAction.Fail);
      mapper.coercionConfigFor(LogicalType.Collection).setCoercion(shape, CoercionAction.Fail);
      mapper.coercionConfigFor(LogicalType.Map).setCoercion(shape, CoercionAction.Fail);
    }
    return mapper;
  }

  private static SimpleModule module() {
    SimpleModule module = new SimpleModule("parley");
    module.addSerializer(
        Instant.class,
        new StdScalarSerializer<>(Instant.class) {
          private static final long serialVersionUID = 1L;

          @Override
          public void serialize(Instant at, JsonGenerator json, SerializerProvider provider)
              throws IOException {
            json.writeString(time(at));
          }
        });
    module.addDeserializer(
        Instant.class,
        new StdScalarDeserializer<>(Instant.class) {
          private static final long serialVersionUID = 1L;

          @Override
          public Instant deserialize(JsonParser json, DeserializationContext context)
              throws IOException {
            String text = requireText(json, context, Instant.class);
            try {
              if (UTC.matcher(text).matches()) {
                return Instant.parse(text);
              }
            } catch (DateTimeException e) {
              // Answered below, as every other text that is no time.
            }
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time");
          }
        });
    module.addDeserializer(
        UUID.class,
        new StdScalarDeserializer<>(UUID.class) {
          private static final long serialVersionUID = 1L;

          @Override
          public UUID deserialize(JsonParser json, DeserializationContext context)
              throws IOException {
            UUID id = id(requireText(json, context, UUID.class));
            return id != null
                ? id
                : (UUID) context.handleWeirdStringValue(UUID.class, json.getText(), "not an id");
          }
        });
    module.addDeserializer(
        String.class,
        new StdScalarDeserializer<>(String.class) {
          private static final long serialVersionUID = 1L;

          @Override
          public String deserialize(JsonParser json, DeserializationContext context)
              throws IOException {
            String text = requireText(json, context, String.class);
            if (text.indexOf('\0') >= 0 || !Utf8.isWellFormed(text)) {
              throw JsonMappingException.from(json, "not Unicode text");
            }
            return text;
          }
        });
    return module;
  }

  private static String requireText(JsonParser json, DeserializationContext context, Class<?> type)
      throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      context.handleUnexpectedToken(type, json);
    }
    return json.getText();
  }

  /** What Jackson leaves null although the record says it is never null. */
  private static void requireComplete(String pointer, Object value) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        requireItem(pointer + "/" + i, list.get(i), false);
      }
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        if (component.getType().isPrimitive()) {
          throw new IllegalStateException(component + ": absent and zero would be the same");
        }
        requireItem(
            pointer + "/" + component.getName(),
            valueOf(component, value),
            mayBeNull(component.getAnnotatedType()));
      }
    }
  }

  private static void requireItem(String pointer, @Nullable Object item, boolean mayBeNull) {
    if (item != null) {
      requireComplete(pointer, item);
    } else if (!mayBeNull) {
      throw new InvalidInput(pointer, "It is missing.");
    }
  }

  private static boolean mayBeNull(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object valueOf(RecordComponent component, Object owner) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One fixed sentence for each kind of fault: Jackson's own texts name classes and values. */
  private static ParleyException refusal(JsonProcessingException fault) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      if (each instanceof ParleyException refused) {
        return refused;
      }
    }
    if (fault instanceof StreamConstraintsException) {
      return new InvalidInput("", "It is nested too deeply, or a name or number is too long.");
    }
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return new InvalidInput(pointer(unknown.getPath()), "It is not known here.");
    }
    if (fault instanceof JsonMappingException mapping) {
      if (mapping.getCause() instanceof StreamConstraintsException) {
        return new InvalidInput(pointer(mapping.getPath()), "It is nested too deeply or too long.");
      }
      if (mapping.getCause() instanceof JsonParseException syntax) {
        return syntax(syntax);
      }
      return new InvalidInput(
          pointer(mapping.getPath()),
          mapping.getPath().isEmpty()
              ? "A JSON object is expected, and nothing after it."
              : "It has the wrong type or form.");
    }
    return syntax(fault);
  }

  private static InvalidInput syntax(JsonProcessingException fault) {
    String pointer = "";
    if (fault instanceof JsonParseException parse && parse.getProcessor() != null) {
      JsonPointer at = parse.getProcessor().getParsingContext().pathAsPointer();
      pointer = cut(at.toString());
    }
    boolean twice = String.valueOf(fault.getOriginalMessage()).startsWith("Duplicate field");
    return new InvalidInput(pointer, twice ? "It stands there twice." : "The text is not JSON.");
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      pointer.append('/');
      String name = step.getFieldName();
      pointer.append(name == null ? step.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }
    return cut(pointer.toString());
  }

  private static String cut(String pointer) {
    String printable = pointer.replaceAll("[^ -~]", "?");
    return printable.length() <= POINTER_LENGTH
        ? printable
        : printable.substring(0, POINTER_LENGTH);
  }
}
