package chat.parley.ethereum.control;

import chat.parley.ethereum.Address;
import chat.parley.platform.BoundedHttp;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A node of one chain, asked by JSON-RPC over HTTP. Every question is bounded in time, in length,
 * and in how many wait at once, since those who make us ask are strangers.
 */
public final class ChainNode {

  /** A person waits for the answer. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

  private static final int AT_ONCE = 16;
  private static final int MAX_ANSWER_BYTES = 64 * 1024;

  /** Enough to deploy a wallet and let it check a signature on P-256; a node does it in no time. */
  private static final long MAX_GAS = 5_000_000;

  /** What nodes say, in words of their own, when it was the contract that failed. */
  private static final Pattern CONTRACT_FAILED =
      Pattern.compile(
          "revert|out ?of ?gas|gas required|evm error|opcode|invalid jump|stack (over|under)flow");

  private static final int REVERTED = 3;
  private static final String NO_JSON_RPC = "its answer is not one of JSON-RPC";

  private final long chain;
  private final URI address;
  private final BoundedHttp http = new BoundedHttp(ANSWER_WITHIN, AT_ONCE, MAX_ANSWER_BYTES);
  private volatile boolean ofThisChain;

  ChainNode(long chain, URI address) {
    this.chain = chain;
    this.address = address;
  }

  /** The node does not answer now, or not as one of this chain would. */
  public static final class Away extends Exception {

    private static final long serialVersionUID = 1L;

    Away(String reason) {
      super(reason);
    }
  }

  /**
   * What a contract returns that is made for this call alone and leaves nothing on the chain.
   *
   * @param creation byte code and arguments of its constructor, {@code 0x} and hexadecimal
   * @return {@code 0x} and hexadecimal; {@code 0x} when the contract fails
   * @throws Away when the node does not answer within two seconds
   */
  public String returnedBy(String creation) throws Away {
    return call(Json.createObjectBuilder().add("data", creation));
  }

  /**
   * What a contract answers to a call that changes nothing.
   *
   * @param data selector and arguments, {@code 0x} and hexadecimal
   * @return {@code 0x} and hexadecimal; {@code 0x} when the contract fails, or there is none
   * @throws Away when the node does not answer within two seconds
   */
  public String call(Address contract, String data) throws Away {
    return call(Json.createObjectBuilder().add("to", contract.value()).add("data", data));
  }

  private String call(JsonObjectBuilder call) throws Away {
    requireThisChain();
    call.add("gas", "0x" + Long.toHexString(MAX_GAS));
    return ask("eth_call", Json.createArrayBuilder().add(call).add("latest").build());
  }

  /** A node of another chain knows other contracts under the same addresses. */
  private void requireThisChain() throws Away {
    if (!ofThisChain) {
      String named = ask("eth_chainId", JsonValue.EMPTY_JSON_ARRAY);
      if (!named.equals("0x" + Long.toHexString(chain))) {
        throw new Away("it is a node of another chain");
      }
      ofThisChain = true;
    }
  }

  private String ask(String method, JsonValue parameters) throws Away {
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
      throw new Away(String.valueOf(e.getMessage()));
    } catch (BoundedHttp.TooLong e) {
      // Nodes say little by themselves: it is the contract that says so much.
      return "0x";
    }
    if (answer.statusCode() != 200) {
      throw new Away("it answers with status " + answer.statusCode());
    }
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      JsonObject said = reader.readObject();
      if (said.get("error") instanceof JsonObject error) {
        return failed(error);
      }
      if (said.get("result") instanceof JsonString result) {
        return result.getString();
      }
    } catch (JsonException e) {
      throw new Away(NO_JSON_RPC);
    }
    throw new Away(NO_JSON_RPC);
  }

  private static String failed(JsonObject error) throws Away {
    String message = error.getString("message", "").toLowerCase(Locale.ROOT);
    if (error.getInt("code", 0) == REVERTED || CONTRACT_FAILED.matcher(message).find()) {
      return "0x";
    }
    throw new Away("it answers with error " + error.getInt("code", 0));
  }
}
