package chat.parley.ethereum.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.ChainSight;
import chat.parley.ethereum.ChainSight.Block;
import chat.parley.ethereum.ChainSight.Inclusion;
import chat.parley.ethereum.ChainSight.Transaction;
import chat.parley.ethereum.ChainSight.Transfer;
import chat.parley.ethereum.TransactionHash;
import chat.parley.platform.BoundedHttp;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.web3j.abi.EventEncoder;

/** One node of a chain on which people pay, and what it says of their transactions. */
public final class ChainReader {

  /** Nobody waits for the answer but a job. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private static final int AT_ONCE = 16;

  /** A block with all its transactions. */
  private static final int MAX_ANSWER_BYTES = 8 * 1024 * 1024;

  private static final String TRANSFER =
      EventEncoder.buildEventSignature("Transfer(address,address,uint256)");

  private static final Pattern WORD = Pattern.compile("0x[0-9a-fA-F]{64}");
  private static final String SUCCESS = "0x1";

  /** A sender's transactions of the last days are found in so many steps of halving. */
  private static final int STEPS = 24;

  private final long chain;
  private final JsonRpc rpc;

  ChainReader(long chain, URI address, Runnable spend) {
    this.chain = chain;
    this.rpc =
        new JsonRpc(address, new BoundedHttp(ANSWER_WITHIN, AT_ONCE, MAX_ANSWER_BYTES), spend);
  }

  /**
   * What is asked about a transaction.
   *
   * @param sender whose it is; null as long as nobody has seen it
   * @param nonce its place in the order of the sender; null as long as nobody has seen it
   * @param since no transaction that took its place stands in this block or before
   * @param withFinalized whether the chain is asked which blocks are final
   */
  public record Question(
      TransactionHash hash,
      @Nullable Address sender,
      @Nullable Long nonce,
      long since,
      boolean withFinalized) {}

  /** The newest block. Makes sure first that it is a node of this chain. */
  public Block head() throws ChainNode.Away {
    requireThisChain();
    return block("latest");
  }

  /** What the node believes of a transaction. */
  public ChainSight look(Question question) throws ChainNode.Away {
    Block head = head();
    Long finalized = question.withFinalized() ? block("finalized").number() : null;
    Transaction transaction = transaction(question.hash());
    Inclusion inclusion = transaction == null ? null : inclusion(question.hash(), head);
    TransactionHash successor = null;
    Address sender = transaction == null ? question.sender() : transaction.from();
    Long nonce = transaction == null ? question.nonce() : Long.valueOf(transaction.nonce());
    if (inclusion == null && sender != null && nonce != null) {
      successor = successor(sender, nonce, question, head);
    }
    return new ChainSight(head, finalized, transaction, inclusion, successor);
  }

  private @Nullable Transaction transaction(TransactionHash hash) throws ChainNode.Away {
    if (!(ask("eth_getTransactionByHash", hash.value()) instanceof JsonObject said)) {
      return null;
    }
    if (!Hex.text(said, "hash").equalsIgnoreCase(hash.value())) {
      throw new ChainNode.Away("it answers about another transaction");
    }
    if (said.get("chainId") instanceof JsonString id
        && !Hex.number(id).equals(BigInteger.valueOf(chain))) {
      throw new ChainNode.Away("it knows transactions of another chain");
    }
    return new Transaction(
        hash,
        Hex.address(Hex.text(said, "from")),
        said.get("to") instanceof JsonString to ? Hex.address(to.getString()) : null,
        Hex.number(said.getOrDefault("value", JsonValue.NULL)),
        Hex.small(said, "nonce"));
  }

  private @Nullable Inclusion inclusion(TransactionHash hash, Block head) throws ChainNode.Away {
    if (!(ask("eth_getTransactionReceipt", hash.value()) instanceof JsonObject receipt)
        || !Hex.text(receipt, "transactionHash").equalsIgnoreCase(hash.value())) {
      return null;
    }
    long number = Hex.small(receipt, "blockNumber");
    if (number > head.number()) {
      // It came while we asked, or the node does not agree with itself: the next look knows.
      return null;
    }
    // The receipt may be of a block that is none of the chain any more.
    Block block = block(Hex.of(number));
    if (!block.hash().equalsIgnoreCase(Hex.text(receipt, "blockHash"))) {
      return null;
    }
    List<Transfer> transfers = new ArrayList<>();
    if (receipt.get("logs") instanceof JsonArray logs) {
      for (JsonValue log : logs) {
        Transfer transfer = log instanceof JsonObject event ? transfer(event) : null;
        if (transfer != null) {
          transfers.add(transfer);
        }
      }
    }
    return new Inclusion(block, Hex.text(receipt, "status").equals(SUCCESS), transfers);
  }

  /** Events of NFTs have the same name, and one word more that is indexed. */
  private static @Nullable Transfer transfer(JsonObject event) throws ChainNode.Away {
    if (!(event.get("topics") instanceof JsonArray topics)
        || topics.size() != 3
        || !TRANSFER.equalsIgnoreCase(topics.getString(0, ""))
        || !Hex.isAddressWord(topics.getString(1, ""))
        || !Hex.isAddressWord(topics.getString(2, ""))
        || !WORD.matcher(event.getString("data", "")).matches()
        || event.getBoolean("removed", false)) {
      return null;
    }
    return new Transfer(
        Hex.small(event, "logIndex"),
        Hex.address(Hex.text(event, "address")),
        Hex.addressOfWord(topics.getString(1)),
        Hex.addressOfWord(topics.getString(2)),
        Hex.number(event.getString("data")));
  }

  /**
   * The transaction that stands where another one of its sender wanted to: found by halving, since
   * the number of a sender's transactions only grows.
   */
  private @Nullable TransactionHash successor(
      Address sender, long nonce, Question question, Block head) throws ChainNode.Away {
    if (count(sender, head.number()) <= nonce) {
      return null;
    }
    long before = Math.min(question.since(), head.number());
    long from = head.number();
    try {
      if (before > 0 && count(sender, before) > nonce) {
        before = 0;
      }
      for (int step = 0; step < STEPS && from - before > 1; step++) {
        long middle = before + (from - before) / 2;
        if (count(sender, middle) > nonce) {
          from = middle;
        } else {
          before = middle;
        }
      }
      return inBlock(from, sender, nonce, question.hash());
    } catch (ChainNode.Away e) {
      // Nodes that keep little of the past cannot say. That the nonce is used is known all the
      // same.
      return null;
    }
  }

  private @Nullable TransactionHash inBlock(
      long number, Address sender, long nonce, TransactionHash except) throws ChainNode.Away {
    if (ask("eth_getBlockByNumber", Hex.of(number), JsonValue.TRUE) instanceof JsonObject block
        && block.get("transactions") instanceof JsonArray transactions) {
      for (JsonValue each : transactions) {
        if (each instanceof JsonObject transaction
            && Hex.small(transaction, "nonce") == nonce
            && Hex.address(Hex.text(transaction, "from")).equals(sender)) {
          return TransactionHash.parse(Hex.text(transaction, "hash"))
              .filter(hash -> !hash.equals(except))
              .orElse(null);
        }
      }
    }
    return null;
  }

  private long count(Address sender, long block) throws ChainNode.Away {
    return Hex.small(ask("eth_getTransactionCount", sender.value(), Hex.of(block)));
  }

  /** What the sender has of the currency now. */
  public BigInteger balance(Address of) throws ChainNode.Away {
    return Hex.number(ask("eth_getBalance", of.value(), "latest"));
  }

  /** One word that a contract answers; null when it answers something else, or nothing. */
  public @Nullable BigInteger word(Address contract, String data) throws ChainNode.Away {
    try {
      JsonValue said =
          rpc.ask(
              "eth_call",
              Json.createArrayBuilder()
                  .add(
                      Json.createObjectBuilder()
                          .add("to", contract.value())
                          .add("data", data)
                          .add("gas", "0x4c4b40"))
                  .add("latest")
                  .build());
      return said instanceof JsonString word && WORD.matcher(word.getString()).matches()
          ? Hex.number(word)
          : null;
    } catch (JsonRpc.Refused e) {
      return null;
    } catch (BoundedHttp.TooLong e) {
      throw new ChainNode.Away(String.valueOf(e.getMessage()));
    }
  }

  /** What a unit of gas costs now. */
  public BigInteger gasPrice() throws ChainNode.Away {
    return Hex.number(ask("eth_gasPrice"));
  }

  /** Sends a signed transaction; false when the node does not take it. One it has is taken. */
  public boolean send(String raw) throws ChainNode.Away {
    try {
      rpc.ask("eth_sendRawTransaction", Json.createArrayBuilder().add(raw).build());
      return true;
    } catch (JsonRpc.Refused e) {
      return e.words().contains("already known") || e.words().contains("already imported");
    } catch (BoundedHttp.TooLong e) {
      throw new ChainNode.Away(String.valueOf(e.getMessage()));
    }
  }

  /** Sends from an account whose key the node holds, as nodes for development do. */
  public void sendFrom(Address from, Address to, BigInteger value, String data)
      throws ChainNode.Away {
    try {
      rpc.ask(
          "eth_sendTransaction",
          Json.createArrayBuilder()
              .add(
                  Json.createObjectBuilder()
                      .add("from", from.value())
                      .add("to", to.value())
                      .add("value", Hex.of(value))
                      .add("data", data))
              .build());
    } catch (JsonRpc.Refused e) {
      throw e.away();
    } catch (BoundedHttp.TooLong e) {
      throw new ChainNode.Away(String.valueOf(e.getMessage()));
    }
  }

  /** A node of another chain knows other transactions; one behind a balancer may be another now. */
  private void requireThisChain() throws ChainNode.Away {
    if (!Hex.number(ask("eth_chainId")).equals(BigInteger.valueOf(chain))) {
      throw new ChainNode.Away("it is a node of another chain");
    }
  }

  private Block block(String which) throws ChainNode.Away {
    if (!(ask("eth_getBlockByNumber", which, JsonValue.FALSE) instanceof JsonObject block)) {
      throw new ChainNode.Away("it has no such block");
    }
    return new Block(
        Hex.small(block, "number"),
        Hex.text(block, "hash"),
        Instant.ofEpochSecond(Hex.small(block, "timestamp")));
  }

  private JsonValue ask(String method, Object... parameters) throws ChainNode.Away {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (Object parameter : parameters) {
      if (parameter instanceof JsonValue value) {
        list.add(value);
      } else {
        list.add(String.valueOf(parameter));
      }
    }
    try {
      return rpc.ask(method, list.build());
    } catch (JsonRpc.Refused e) {
      throw e.away();
    } catch (BoundedHttp.TooLong e) {
      throw new ChainNode.Away(String.valueOf(e.getMessage()));
    }
  }
}
