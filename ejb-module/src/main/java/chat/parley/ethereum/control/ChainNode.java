package chat.parley.ethereum.control;

import chat.parley.ethereum.Address;
import chat.parley.platform.BoundedHttp;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
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
  private final long chain;
  private final JsonRpc rpc;
  private volatile boolean ofThisChain;

  ChainNode(long chain, URI address, Runnable spend) {
    this.chain = chain;
    this.rpc =
        new JsonRpc(address, new BoundedHttp(ANSWER_WITHIN, AT_ONCE, MAX_ANSWER_BYTES), spend);
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
    try {
      if (rpc.ask(method, parameters) instanceof JsonString result) {
        return result.getString();
      }
    } catch (JsonRpc.Refused refused) {
      return failed(refused);
    } catch (BoundedHttp.TooLong e) {
      // Nodes say little by themselves: it is the contract that says so much.
      return "0x";
    }
    throw new Away("its answer is not one of JSON-RPC");
  }

  private static String failed(JsonRpc.Refused refused) throws Away {
    if (refused.code() == REVERTED || CONTRACT_FAILED.matcher(refused.words()).find()) {
      return "0x";
    }
    throw refused.away();
  }
}
