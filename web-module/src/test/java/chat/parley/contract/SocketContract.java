package chat.parley.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The AsyncAPI document: the frames of the socket, and what other systems are told. */
public final class SocketContract {

  private final ContractFile file = ContractFile.read("asyncapi.yaml", VersionFlag.V7);
  private final Map<String, JsonSchema> frames = new TreeMap<>();

  public SocketContract() {
    for (JsonNode reference : file.at("/channels/socket/messages")) {
      JsonNode message = file.resolve(reference);
      frames.put(message.get("name").textValue(), file.schema(message.get("payload")));
    }
  }

  /** A part of the document. */
  public JsonNode at(String pointer) {
    return file.at(pointer);
  }

  /** What of a text is not as this schema of the document says; empty when all is. */
  public Set<String> faults(String schema, JsonNode text) {
    return file.schema(file.at("/components/schemas/" + schema)).validate(text).stream()
        .map(ValidationMessage::getMessage)
        .collect(Collectors.toSet());
  }

  /** The names of all frames. */
  public List<String> names() {
    return List.copyOf(frames.keySet());
  }

  /** The frames of the document that this text is. */
  public List<String> matching(String text) {
    return matching(ContractFile.parse(text));
  }

  /** The frames of the document that this is. */
  public List<String> matching(JsonNode frame) {
    return frames.entrySet().stream()
        .filter(known -> known.getValue().validate(frame).isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }
}
