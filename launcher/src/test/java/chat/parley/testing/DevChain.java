package chat.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

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

  private JsonNode ask(String method, Object... parameters) {
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
      JsonNode said = RestClient.JSON.readTree(answer);
      if (said.has("error")) {
        throw new AssertionError(method + ": " + answer);
      }
      return said.path("result");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
