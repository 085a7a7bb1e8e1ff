package chat.parley.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An Ethereum chain for development: anvil, whose state lasts over a restart. A transaction stands
 * in a block at once, and every two seconds comes another block. There is a sample token on it, and
 * an account that gives it away.
 */
final class Chain {
  static final String NAME = "chain";
  static final String TITLE = "The development chain";
  static final int ID = 31337;

  /** Its name in the settings. */
  static final String NAME_OF_CHAIN = "dev";

  /** Seconds between two blocks that come without a transaction. */
  private static final int BLOCK_TIME = 2;

  /** The first account of every anvil, whose key it holds; it has all sample tokens. */
  private static final String HOLDER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

  /** The deployment proxy that stands on every anvil (EIP-1014 says where what it deploys is). */
  private static final String FACTORY = "0x4e59b44847b379578588920cA78FbF26c0B4956C";

  /** Where the sample token is: follows from its byte code, its holder and its supply. */
  private static final String TOKEN = "0xe0D3a64aF7347dBc5C5EaeEE288162bba208F635";

  /** 10^18 units: a million millions of the token, which has six decimals. */
  private static final String SUPPLY = "de0b6b3a7640000";

  private static final int HASH_DIGITS = 64;
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Layout layout;
  private final int port;

  Chain(Layout layout, int port) {
    this.layout = layout;
    this.port = port;
  }

  ChildProcess start() {
    Path binary =
        layout
            .project()
            .resolve("launcher/node_modules/@foundry-rs")
            .resolve(Platform.current().anvilPackage())
            .resolve("bin/anvil");
    if (!Files.isExecutable(binary)) {
      throw new LaunchFailure(
          "The development chain is missing (%s): run npm install in the folder launcher."
              .formatted(binary));
    }
    Path data = layout.data("chain");
    try {
      Files.createDirectories(data);
    } catch (IOException refused) {
      throw new LaunchFailure("The folder " + data + " can't be made.", refused);
    }
    return ChildProcess.start(
        NAME,
        TITLE,
        layout.log(NAME),
        data,
        List.of(
            binary.toString(),
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--chain-id",
            Integer.toString(ID),
            "--block-time",
            Integer.toString(BLOCK_TIME),
            "--mixed-mining",
            "--state",
            data.resolve("state.json").toString(),
            "--state-interval",
            "30"),
        Map.of("NO_COLOR", "1"));
  }

  void awaitReady(ChildProcess child) {
    Readiness.await(child, () -> Readiness.listens(port), Duration.ofSeconds(30));
    deployToken();
    Readiness.await(child, this::hasToken, Duration.ofSeconds(30));
  }

  /** What an instance must be told of the chain, by the ends of the names of its settings. */
  static Map<String, String> settings(int port) {
    String address = address(port);
    return Map.of(
        "ID",
        Integer.toString(ID),
        "LABEL",
        "Development chain",
        "NODES",
        address,
        "WALLET_NODES",
        address,
        "FINALITY",
        "depth:3",
        "BLOCK_TIME",
        "PT" + BLOCK_TIME + "S",
        "TOKENS",
        TOKEN + " PARL 6 Parley Sample Token",
        "FAUCET",
        HOLDER);
  }

  private static String address(int port) {
    return "http://127.0.0.1:" + port;
  }

  private boolean hasToken() {
    return !ask("eth_getCode", "\"" + TOKEN + "\",\"latest\"").contains("\"0x\"");
  }

  private void deployToken() {
    if (hasToken()) {
      return;
    }
    String salt = "0".repeat(HASH_DIGITS);
    String holder = "0".repeat(24) + HOLDER.substring(2).toLowerCase(Locale.ROOT);
    String supply = "0".repeat(HASH_DIGITS - SUPPLY.length()) + SUPPLY;
    ask(
        "eth_sendTransaction",
        "{\"from\":\"%s\",\"to\":\"%s\",\"data\":\"0x%s%s%s%s\"}"
            .formatted(HOLDER, FACTORY, salt, code(), holder, supply));
  }

  private static String code() {
    try (InputStream file = Chain.class.getResourceAsStream("/contracts/ParleyToken.hex")) {
      if (file == null) {
        throw new LaunchFailure("The byte code of the sample token is missing.");
      }
      return new String(file.readAllBytes(), US_ASCII).replaceAll("\\s", "");
    } catch (IOException unreadable) {
      throw new LaunchFailure("The byte code of the sample token can't be read.", unreadable);
    }
  }

  /** The answer to a question by JSON-RPC, as text. */
  private String ask(String method, String parameters) {
    String question =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[%s]}"
            .formatted(method, parameters);
    try {
      HttpURLConnection request =
          (HttpURLConnection) URI.create(address(port)).toURL().openConnection();
      request.setConnectTimeout(TIMEOUT_MILLIS);
      request.setReadTimeout(TIMEOUT_MILLIS);
      request.setRequestMethod("POST");
      request.setRequestProperty("Content-Type", "application/json");
      request.setDoOutput(true);
      try {
        request.getOutputStream().write(question.getBytes(US_ASCII));
        String answer = new String(request.getInputStream().readAllBytes(), US_ASCII);
        if (answer.contains("\"error\"")) {
          throw new LaunchFailure("The development chain refuses " + method + ": " + answer);
        }
        return answer;
      } finally {
        request.disconnect();
      }
    } catch (IOException failed) {
      throw new LaunchFailure("The development chain does not answer " + method + ".", failed);
    }
  }
}
