package chat.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;

/**
 * A wallet that is a contract with one owner: it accepts what the owner's key has signed
 * (ERC-1271). Its code is written by hand, an instruction a line.
 */
public final class ContractWallet {

  /** The deterministic deployment proxy, which stands on every chain under the same address. */
  private static final String FACTORY = "4e59b44847b379578588920ca78fbf26c0b4956c";

  /** Ends a signature that says how its wallet is deployed (ERC-6492). */
  private static final String MARK = "6492".repeat(16);

  private static final String MAGIC = "1626ba7e";

  private final Wallet owner;
  private final String salt;

  private ContractWallet(Wallet owner) {
    this.owner = owner;
    this.salt = Hash.sha3String(owner.address()).substring(2);
  }

  /** A wallet that nobody has seen before, and that is not deployed. */
  public static ContractWallet fresh() {
    return new ContractWallet(Wallet.fresh());
  }

  /** The same wallet, deployed. */
  public ContractWallet on(DevChain chain) {
    chain.deploy(address(), "0x" + code());
    return this;
  }

  /** Where it is, or will be: as CREATE2 says (EIP-1014). */
  public String address() {
    String hash = Hash.sha3("0xff" + FACTORY + salt + Hash.sha3("0x" + creation()).substring(2));
    return Keys.toChecksumAddress("0x" + hash.substring(hash.length() - 40));
  }

  /** What to send to {@code /api/auth/wallet/login} when it is deployed. */
  public Map<String, String> signIn(RestClient instance) {
    return Wallet.signIn(instance, address(), owner::sign);
  }

  /** What to send to {@code /api/auth/wallet/login} when it is not deployed. */
  public Map<String, String> signInBeforeDeployment(RestClient instance) {
    return Wallet.signIn(instance, address(), text -> withDeployment(owner.sign(text)));
  }

  /**
   * A signature together with the call that deploys the wallet: (address, bytes, bytes), the mark.
   */
  private String withDeployment(String signature) {
    String call = bytes(salt + creation());
    return "0x"
        + word(FACTORY)
        + word("60")
        + word(Integer.toHexString(0x60 + call.length() / 2))
        + call
        + bytes(signature.substring(2))
        + MARK;
  }

  private static String word(String hex) {
    return "0".repeat(64 - hex.length()) + hex;
  }

  private static String bytes(String hex) {
    return word(Integer.toHexString(hex.length() / 2))
        + hex
        + "0".repeat((64 - hex.length() % 64) % 64);
  }

  /** Copies the code behind it and returns it. */
  private String creation() {
    String code = code();
    return "60"
        + HexFormat.of().toHexDigits((byte) (code.length() / 2))
        + "80600b6000396000f3"
        + code;
  }

  private String code() {
    return String.join(
        "",
        // The hash that was signed, the recovery id, r and s: what the precompiled contract 1
        // wants.
        "600435" + "600052",
        "60a435" + "60001a" + "602052",
        "606435" + "604052",
        "608435" + "606052",
        // Recovers whose key it was.
        "6020" + "6000" + "6080" + "6000" + "6001" + "5a" + "fa" + "50",
        "73" + owner.address().substring(2).toLowerCase(Locale.ROOT) + "600051" + "14",
        "6049" + "57",
        "60006000fd",
        "5b" + "63" + MAGIC + "60e01b" + "600052" + "60206000f3");
  }

  /** Code that does something else than a wallet should. */
  public enum Misfit {
    /** Fails whatever it is asked. */
    REVERTS("60006000fd"),
    /** Works for ever. */
    BURNS_GAS("5b600056"),
    /** Says yes, but not in the words of ERC-1271. */
    SAYS_TRUE("600160005260206000f3"),
    /** Says the right words in the wrong place of the answer. */
    SAYS_IT_LATE("63" + MAGIC + "60005260206000f3"),
    /** Says nothing. */
    SILENT("00"),
    /** Says more than anybody wants to hear. */
    SAYS_A_MEGABYTE("62100000" + "6000f3");

    private final String code;

    Misfit(String code) {
      this.code = code;
    }

    /** Puts it under an address of its own. */
    public String on(DevChain chain) {
      String hash = Hash.sha3(HexFormat.of().formatHex(name().getBytes(UTF_8)));
      String address = Keys.toChecksumAddress("0x" + hash.substring(hash.length() - 40));
      chain.deploy(address, "0x" + code);
      return address;
    }
  }
}
