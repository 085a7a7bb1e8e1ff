package chat.parley.ethereum.control;

import chat.parley.platform.BoundedHttp;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;

/** Questions to a node by JSON-RPC over HTTP, bounded in time, in length, and in how many wait. */
final class JsonRpc {

  private static final String NO_JSON_RPC = "its answer is not one of JSON-RPC";

  private final URI address;
  private final BoundedHttp http;
  private final Runnable spend;

  /**
   * A node.
   *
   * @param spend counts a question before it is asked, or refuses it
   */
  JsonRpc(URI address, BoundedHttp http, Runnable spend) {
    this.address = address;
    this.http = http;
    this.spend = spend;
  }

  /** The node understood, and refuses. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;

    Refused(JsonObject error) {
      super(error.getString("message", "").toLowerCase(Locale.ROOT));
      code = error.getInt("code", 0);
    }

    int code() {
      return code;
    }

    /** What it says, in lower case and in words of its own. */
    String words() {
      return String.valueOf(getMessage());
    }

    /** For who did not expect a refusal. */
    ChainNode.Away away() {
      return new ChainNode.Away("it answers with error " + code);
    }
  }

  /**
   * Waits for the result, which may be null.
   *
   * @throws chat.parley.budget.OutOfBudget when nothing more may be asked
   */
  JsonValue ask(String method, JsonValue parameters)
      throws ChainNode.Away, Refused, BoundedHttp.TooLong {
    spend.run();
    String question =
        Json.createObjectBuilder()
            .add("jsonrpc", "2.0")
            .add("id", 1)
            .add("method", method)
            .add("params", parameters)
            .build()
            .toString();
    HttpResponse<String> answer;
    try {
      answer =
          http.ask(
              HttpRequest.newBuilder(address)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(question)));
    } catch (BoundedHttp.Unanswered e) {
      throw new ChainNode.Away(String.valueOf(e.getMessage()));
    }
    if (answer.statusCode() != 200) {
      throw new ChainNode.Away("it answers with status " + answer.statusCode());
    }
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      JsonObject said = reader.readObject();
      if (said.get("error") instanceof JsonObject error) {
        throw new Refused(error);
      }
      JsonValue result = said.get("result");
      if (result != null) {
        return result;
      }
    } catch (JsonException | ClassCastException e) {
      throw new ChainNode.Away(NO_JSON_RPC);
    }
    throw new ChainNode.Away(NO_JSON_RPC);
  }
}
