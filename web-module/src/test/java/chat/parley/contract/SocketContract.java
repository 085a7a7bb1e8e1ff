package chat.parley.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The frames of the AsyncAPI document. */
public final class SocketContract {

  private final ContractFile file = ContractFile.read("asyncapi.yaml", VersionFlag.V7);
  private final Map<String, JsonSchema> frames = new TreeMap<>();

  public SocketContract() {
    for (JsonNode message : file.at("/components/messages")) {
      if (message.at("/payload/$ref").isTextual()) {
        frames.put(message.get("name").textValue(), file.schema(message.get("payload")));
      }
    }
  }

  /** A part of the document. */
  public JsonNode at(String pointer) {
    return file.at(pointer);
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
