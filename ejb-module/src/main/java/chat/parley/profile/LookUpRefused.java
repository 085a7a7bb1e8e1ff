package chat.parley.profile;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import java.util.Locale;

/** What was to be looked up cannot be what anybody is called here. */
public final class LookUpRefused extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("look-up-refused", 400, "Nobody can be called so");

  /** What is wrong with it. */
  public enum Reason {
    /** The checksum of a wallet's address does not fit its digits. */
    WALLET_CHECKSUM(
        "The checksum of this wallet address is wrong: a character was mistyped. Copy it anew."),
    /** It begins like the address of a wallet. */
    WALLET_FORM("The address of a wallet is 0x and 40 hexadecimal digits."),
    /** It ends like a name of the chain, and has other letters than those have here. */
    NAME_FORM(
        "Names such as ada.eth are looked up here when they have nothing but a to z, digits and"
            + " hyphens. Ask for the address of the wallet."),
    /** A name of the chain, where no node is asked for those. */
    NAME_SERVICE(
        "Names such as ada.eth are not resolved here. Ask for the address or the user name."),
    /** It holds an @ and is no e-mail address. */
    EMAIL_FORM("This is no e-mail address."),
    /** It is none of the others, and no user name. */
    USERNAME_FORM("This is no user name, e-mail address or wallet address.");

    private final String detail;

    Reason(String detail) {
      this.detail = detail;
    }
  }

  /** A refusal for this reason. */
  public LookUpRefused(Reason reason) {
    super(TYPE, reason.detail);
    with("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
