package chat.parley.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The development chain, where code is put under an address without paying for it. */
public final class DevChain {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI address;

  DevChain(URI address) {
    this.address = address;
  }

  /**
   * Puts a contract under an address.
   *
   * @param code what runs when it is called, {@code 0x} and hexadecimal
   */
  public void deploy(String to, String code) {
    ask("anvil_setCode", to, code);
  }

  /**
   * Puts a word into what a contract keeps.
   *
   * @param slot 32 bytes, {@code 0x} and hexadecimal, as the word
   */
  public void store(String of, String slot, String word) {
    ask("anvil_setStorageAt", of, slot, word);
  }

  /** The code under an address; {@code 0x} for none. */
  public String code(String of) {
    return ask("eth_getCode", of, "latest").asText();
  }

  /** The account that has all sample tokens, whose key the chain holds. */
  public static final String HOLDER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

  /** The sample token, which has six decimals. */
  public static final String TOKEN = "0xe0D3a64aF7347dBc5C5EaeEE288162bba208F635";

  /** Gives a wallet a hundred ETH, and a hundred sample tokens. */
  public void fund(String wallet) {
    ask("anvil_setBalance", wallet, "0x56bc75e2d63100000");
    String word = "0".repeat(24) + wallet.substring(2).toLowerCase(Locale.ROOT);
    ask(
        "eth_sendTransaction",
        Map.of("from", HOLDER, "to", TOKEN, "data", "0xa9059cbb" + word + word(100_000_000)));
    mine(1);
  }

  /** From now on a transaction waits until somebody mines, and no block comes by itself. */
  public void standStill() {
    ask("evm_setIntervalMining", 0);
    ask("evm_setAutomine", false);
  }

  /** Blocks come by themselves again, as they do after the start. */
  public void goOn() {
    ask("evm_setIntervalMining", 2);
  }

  /** Makes so many blocks, the first one with what waits. */
  public void mine(int blocks) {
    ask("anvil_mine", "0x" + Integer.toHexString(blocks));
  }

  /** Takes the newest blocks back and puts others in their place, without what was in them. */
  public void reorganize(int blocks) {
    ask("anvil_reorg", blocks, List.of());
    // Its clock has gone back with the blocks.
    ask("evm_setTime", Instant.now().getEpochSecond());
  }

  /** Forgets what waits. */
  public void drop(String hash) {
    ask("anvil_dropTransaction", hash);
  }

  /** Sends what a wallet has signed. */
  public String send(String raw) {
    return ask("eth_sendRawTransaction", raw).asText();
  }

  /**
   * The same, for a chain that may not want it: it has it already, or another one in its place.
   *
   * @return whether it waits now
   */
  public boolean offer(String raw) {
    return !answer("eth_sendRawTransaction", raw).has("error");
  }

  /** Whether a transaction that stands in a block succeeded; empty for one that stands in none. */
  public Optional<Boolean> succeeded(String hash) {
    JsonNode receipt = ask("eth_getTransactionReceipt", hash);
    return receipt.isObject()
        ? Optional.of(receipt.path("status").asText().equals("0x1"))
        : Optional.empty();
  }

  /** The number of the newest block. */
  public long height() {
    return Long.decode(ask("eth_blockNumber").asText());
  }

  /** The hash of the block that has this number now. */
  public String hashOfBlock(long number) {
    return ask("eth_getBlockByNumber", "0x" + Long.toHexString(number), false)
        .path("hash")
        .asText();
  }

  /** How many transactions of a wallet stand in blocks. */
  public long count(String wallet) {
    return Long.decode(ask("eth_getTransactionCount", wallet, "latest").asText());
  }

  /** What a wallet has of the sample token, in its units. */
  public BigInteger tokens(String wallet) {
    String data = "0x70a08231" + "0".repeat(24) + wallet.substring(2).toLowerCase(Locale.ROOT);
    return number(ask("eth_call", Map.of("to", TOKEN, "data", data), "latest").asText());
  }

  /** What a wallet has of the currency, in its units. */
  public BigInteger balance(String wallet) {
    return number(ask("eth_getBalance", wallet, "latest").asText());
  }

  /** The byte code of a contract that tests have compiled. */
  public static String crooked(String name) {
    try (InputStream file = DevChain.class.getResourceAsStream("/contracts/" + name + ".hex")) {
      return "0x" + new String(file.readAllBytes(), US_ASCII).replaceAll("\\s", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A word of 32 bytes. */
  public static String word(long number) {
    return String.format("%064x", number);
  }

  private static BigInteger number(String text) {
    return new BigInteger(text.substring(2), 16);
  }

  private JsonNode ask(String method, Object... parameters) {
    JsonNode said = answer(method, parameters);
    if (said.has("error")) {
      throw new AssertionError(method + ": " + said);
    }
    return said.path("result");
  }

  private JsonNode answer(String method, Object... parameters) {
    try {
      byte[] question =
          RestClient.JSON.writeValueAsBytes(
              Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", List.of(parameters)));
      String answer =
          HTTP.send(
                  HttpRequest.newBuilder(address)
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofByteArray(question))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      return RestClient.JSON.readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
