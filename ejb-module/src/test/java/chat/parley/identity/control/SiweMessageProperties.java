package chat.parley.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.boundary.Wallets;
import chat.parley.identity.control.SiweMessage.Time;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SiweMessageProperties {

  private static final Wallets WALLETS = new Wallets();
  private static final String ADDRESS = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  /** The first example of ERC-4361, with an address that carries its checksum. */
  private static final String EXAMPLE =
      """
      example.com wants you to sign in with your Ethereum account:
      0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed

      I accept the ExampleOrg Terms of Service: https://example.com/tos

      URI: https://example.com/login
      Version: 1
      Chain ID: 1
      Nonce: 32891756
      Issued At: 2021-09-30T16:25:24Z
      Resources:
      - ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/
      - https://example.com/my-web2-claim.json""";

  private static Optional<SiweMessage> parse(String text) {
    return SiweParser.parse(text, WALLETS);
  }

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("messages") SiweMessage message) {
    assertThat(parse(message.text())).contains(message);
  }

  @Property(tries = 3_000)
  void whatIsReadIsWrittenAgain(
      @ForAll("messages") SiweMessage message,
      @ForAll @IntRange(max = 400) int position,
      @ForAll("snippets") String snippet,
      @ForAll @IntRange(max = 3) int cut) {
    String text = message.text();
    int from = Math.min(position, text.length());
    int to = Math.min(from + cut, text.length());
    String mutated = text.substring(0, from) + snippet + text.substring(to);
    parse(mutated).ifPresent(read -> assertThat(read.text()).isEqualTo(mutated));
  }

  @Property
  void anyTextIsReadOrRefusedAndNeverFails(@ForAll String text) {
    parse(text).ifPresent(read -> assertThat(read.text()).isEqualTo(text));
  }

  @Example
  void theExampleOfTheStandardIsRead() {
    SiweMessage message = parse(EXAMPLE).orElseThrow();
    assertThat(message.domain()).isEqualTo("example.com");
    assertThat(message.chainId()).isEqualTo(1);
    assertThat(message.resources()).hasSize(2);
    assertThat(message.expirationTime()).isNull();
  }

  @Example
  void whatTheGrammarDoesNotHaveIsRefused() {
    for (String wrong :
        List.of(
            EXAMPLE + "\n",
            "\n" + EXAMPLE,
            EXAMPLE.replace("\n", "\r\n"),
            EXAMPLE.replace("Version: 1", "Version: 2"),
            EXAMPLE.replace("Chain ID: 1", "Chain ID: 01"),
            EXAMPLE.replace("Chain ID: 1", "Chain ID: -1"),
            EXAMPLE.replace("Chain ID: 1", "Chain ID: 99999999999999999999999999"),
            EXAMPLE.replace("Nonce: 32891756", "Nonce: 3289175"),
            EXAMPLE.replace("Nonce: 32891756", "Nonce: 3289-1756"),
            EXAMPLE.replace("Nonce: 32891756\n", ""),
            EXAMPLE.replace("Nonce: 32891756", "Nonce: 32891756\nNonce: 32891756"),
            EXAMPLE.replace(ADDRESS, ADDRESS.toLowerCase(java.util.Locale.ROOT)),
            EXAMPLE.replace("2021-09-30T16:25:24Z", "2021-09-30 16:25:24Z"),
            EXAMPLE.replace("2021-09-30T16:25:24Z", "2021-13-30T16:25:24Z"),
            EXAMPLE.replace("2021-09-30T16:25:24Z", "2021-09-30T16:25:24"),
            EXAMPLE.replace("URI: https://example.com/login", "URI: not a uri"),
            EXAMPLE.replace("URI: https://example.com/login", "URI: /login"),
            EXAMPLE.replace("I accept", "I äccept"),
            EXAMPLE.replace("Service: https", "Service:\nhttps"),
            EXAMPLE.replace("Resources:", "resources:"),
            EXAMPLE.replace("- ipfs", "-ipfs"),
            EXAMPLE.replace("- ipfs", "\n- ipfs"),
            EXAMPLE.replace("- ipfs", "ipfs"),
            EXAMPLE + "\n",
            EXAMPLE + "\n- no uri",
            EXAMPLE + "\n- https://\u00e9.example",
            EXAMPLE.replace("example.com wants", "exam ple.com wants"),
            EXAMPLE.replace(" wants you", "  wants you"),
            EXAMPLE.replace("Issued At", "Expiration Time"),
            EXAMPLE + "\n- " + "x".repeat(SiweParser.MAX_LENGTH))) {
      assertThat(parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Example
  void noMessageIsTooLongForTheStack() throws InterruptedException {
    String head = EXAMPLE.substring(0, EXAMPLE.indexOf("\nResources"));
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    for (String tail :
        List.of("\nResources:" + "\n- a:b".repeat(600), "\nRequest ID: " + "%41".repeat(1_200))) {
      // A thread with as little as the threads of a busy server have left.
      Thread small =
          new Thread(null, () -> assertThat(parse(head + tail)).isPresent(), "small", 128 * 1024L);
      small.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
      small.start();
      small.join();
    }
    assertThat(failures).isEmpty();
    assertThat(parse(head + "\nRequest ID: a%4")).isEmpty();
    assertThat(parse(head + "\nRequest ID: %4g")).isEmpty();
  }

  @Provide
  Arbitrary<String> snippets() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ascii().ofMaxLength(3),
        Arbitraries.of(
            "\n",
            "\r",
            "\n\n",
            "\u0000",
            "é",
            "\u2028",
            ": ",
            "- ",
            "%",
            "%4",
            "://",
            "0",
            "Z",
            "\nNonce: 12345678",
            "\nResources:",
            "\nRequest ID: ",
            "\nNot Before: "));
  }

  @Provide
  Arbitrary<SiweMessage> messages() {
    Arbitrary<String> words =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .withChars(" .:/?!'()*+,;=@&$_~-")
            .withCharRange('0', '9')
            .ofMaxLength(60);
    Arbitrary<String> uris =
        Arbitraries.of(
            "https://example.com",
            "https://example.com/login?a=b#c",
            "http://localhost:8080",
            "urn:isbn:0451450523",
            "ipfs://bafybe/",
            "https://[2001:db8::1]/%C3%A9");
    Arbitrary<Time> times =
        Arbitraries.of(
                "2026-11-21T03:00:00Z",
                "2026-11-21T03:00:00.123Z",
                "2026-11-21T03:00:00.123456789+05:30",
                "1999-12-31T23:59:59-00:01")
            .map(text -> Time.parse(text).orElseThrow());
    return Combinators.combine(
            Combinators.combine(
                    Arbitraries.of("https", "http").injectNull(0.5),
                    Arbitraries.of(
                        "example.com", "localhost:8080", "a.b-c.d:1", "[2001:db8::1]:443"))
                .as((scheme, domain) -> new String[] {scheme, domain}),
            words.injectNull(0.3),
            uris,
            Arbitraries.longs().between(0, 999_999_999_999_999_999L),
            Arbitraries.strings().alpha().numeric().ofMinLength(8).ofMaxLength(40),
            times,
            times.injectNull(0.3).tuple2(),
            Combinators.combine(
                    Arbitraries.of("", "a", "request-1_~", "%41").injectNull(0.5),
                    uris.list().ofMaxSize(3).injectNull(0.5))
                .as((request, resources) -> new Object[] {request, resources}))
        .as(
            (page, statement, uri, chain, nonce, issued, bounds, rest) ->
                new SiweMessage(
                    page[0],
                    page[1],
                    new Address(ADDRESS),
                    statement,
                    uri,
                    chain,
                    nonce,
                    issued,
                    bounds.get1(),
                    bounds.get2(),
                    (String) rest[0],
                    resources(rest[1])));
  }

  private static List<String> resources(Object list) {
    return list == null ? null : ((List<?>) list).stream().map(String.class::cast).toList();
  }
}
