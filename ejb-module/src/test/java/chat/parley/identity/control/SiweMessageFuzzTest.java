package chat.parley.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.ethereum.boundary.Wallets;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/**
 * Looks, led by the branches that the parser takes, for texts that it fails on or reads as
 * something else than they say. Runs by itself, with {@code JAZZER_FUZZ=1}: the agent slows
 * everything else in its JVM down.
 */
@Tag("fuzz")
class SiweMessageFuzzTest {

  private static final Wallets WALLETS = new Wallets();

  /** Edits of one message: enough to break it in more than one place. */
  private static final int EDITS = 6;

  private static final int CUT = 40;

  private static final String[] GOOD = {
    """
    https://example.com wants you to sign in with your Ethereum account:
    0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed

    I accept the ExampleOrg Terms of Service: https://example.com/tos

    URI: https://example.com/login
    Version: 1
    Chain ID: 1
    Nonce: 32891756
    Issued At: 2021-09-30T16:25:24Z
    Expiration Time: 2021-09-30T16:30:24.5+02:00
    Not Before: 2021-09-30T16:25:24Z
    Request ID: some%20id
    Resources:
    - ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/
    - https://example.com/my-web2-claim.json""",
    """
    localhost:8080 wants you to sign in with your Ethereum account:
    0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed


    URI: urn:parley
    Version: 1
    Chain ID: 31337
    Nonce: abcdefgh
    Issued At: 2026-11-22T00:00:00.000Z""",
  };

  private static final String[] PIECES = {
    "\n",
    "\n\n",
    "\r\n",
    " ",
    ": ",
    "://",
    "- ",
    "%",
    "%4G",
    "0",
    "-1",
    "Z",
    "é",
    "\u2028",
    "\0",
    "\nNonce: 12345678",
    "\nResources:",
    "\nRequest ID: ",
    "\nNot Before: ",
    "\nChain ID: 2",
    "999999999999999999",
    "+99:99",
    "0x",
    "[::1]",
    "@",
    "((((",
    "https://example.com/%41"
  };

  @FuzzTest(maxDuration = "20s")
  void whatIsReadSaysWhatWasWritten(FuzzedDataProvider data) {
    StringBuilder text = new StringBuilder(data.pickValue(GOOD));
    int edits = data.consumeInt(0, EDITS);
    for (int i = 0; i < edits; i++) {
      int from = data.consumeInt(0, text.length());
      int to = Math.min(text.length(), from + data.consumeInt(0, CUT));
      String piece =
          switch (data.consumeInt(0, 2)) {
            case 0 -> data.pickValue(PIECES);
            case 1 -> data.consumeString(CUT);
            // As long as a message may be: what takes a regular expression's stack.
            default -> data.pickValue(PIECES).repeat(data.consumeInt(1, 200));
          };
      text.replace(from, to, piece);
    }
    String written = text.toString();
    SiweParser.parse(written, WALLETS)
        .ifPresent(message -> assertThat(message.text()).isEqualTo(written));
  }
}
