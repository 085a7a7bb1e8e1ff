package chat.parley.identity;

import chat.parley.ethereum.Address;
import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import java.time.Instant;

/**
 * The person holds this wallet, but it belongs to no account yet. The refusal carries the proof
 * that registers one under a user name.
 */
public final class WalletUnregistered extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("wallet-unregistered", 403, "This wallet has no account yet");

  /**
   * A refusal.
   *
   * @param registration good once, until {@code expiresAt}
   */
  public WalletUnregistered(Address address, String registration, Instant expiresAt) {
    super(TYPE, "Choose a user name to make one.");
    with("address", address.value());
    with("registration", registration);
    with("registrationExpiresAt", expiresAt);
  }
}
