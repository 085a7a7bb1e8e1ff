package chat.parley.identity.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.RateLimit;
import chat.parley.quota.Quota;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * How often one network address may knock at the doors that are open to everybody, over all
 * instances, and one account may look for people, on this instance. Addresses of gateways are not
 * counted: they stand for many.
 *
 * <p>Of an IPv6 address only the network counts (the first 64 bits): whoever has one has all of its
 * addresses.
 */
public class DoorLimits {

  private static final int IPV6_GROUPS = 8;
  private static final int NETWORK_GROUPS = 4;

  private static final Quota REGISTRATIONS =
      new Quota(
          "registration",
          Limits.REGISTRATIONS,
          Limits.REGISTRATION_WINDOW,
          "Too many accounts were made from this network. Wait, then try again.");
  private static final Quota NONCES =
      new Quota(
          "nonce",
          Limits.SIGN_IN_NONCES,
          Limits.DOOR_WINDOW,
          "Too many sign-ins were begun from this network. Wait a moment.");
  private static final Quota ISSUER_ANSWERS =
      new Quota(
          "issuer-answer",
          Limits.ISSUER_ANSWERS,
          Limits.DOOR_WINDOW,
          "Too many sign-ins were tried from this network. Wait a moment.");
  private static final Quota RECOVERIES =
      new Quota(
          "recovery",
          Limits.RECOVERIES,
          Limits.REGISTRATION_WINDOW,
          "Too many links were asked for from this network. Wait, then try again.");

  private final Set<String> gateways;
  private final BiConsumer<Quota, String> take;
  private final RateLimit searches =
      new RateLimit(
          Limits.PEOPLE_SEARCHES, Limits.DOOR_WINDOW, "Too many searches at once. Wait a moment.");

  /**
   * The limits.
   *
   * @param gateways addresses that are not counted
   * @param take counts a request of a key, over all instances, or refuses it
   */
  public DoorLimits(Collection<String> gateways, BiConsumer<Quota, String> take) {
    this.gateways = Set.copyOf(gateways);
    this.take = take;
  }

  /**
   * Somebody at this address wants to make an account.
   *
   * @throws chat.parley.platform.TooManyRequests when it were too many
   */
  public void registration(String address) {
    take(REGISTRATIONS, address);
  }

  /**
   * Somebody at this address wants a nonce.
   *
   * @throws chat.parley.platform.TooManyRequests when it were too many
   */
  public void nonce(String address) {
    take(NONCES, address);
  }

  /**
   * Somebody at this address comes back from an issuer.
   *
   * @throws chat.parley.platform.TooManyRequests when it were too many
   */
  public void issuerAnswer(String address) {
    take(ISSUER_ANSWERS, address);
  }

  /**
   * Somebody at this address cannot sign in.
   *
   * @throws chat.parley.platform.TooManyRequests when it were too many
   */
  public void recovery(String address) {
    take(RECOVERIES, address);
  }

  /**
   * The account looks for people.
   *
   * @throws chat.parley.platform.TooManyRequests when it were too many
   */
  public void search(AccountId account) {
    searches.take(account.toString());
  }

  private void take(Quota quota, String address) {
    if (!gateways.contains(address)) {
      take.accept(quota, network(address));
    }
  }

  private static String network(String address) {
    String[] groups = address.split(":", -1);
    // Servers write all eight groups; any other form counts as it is.
    return groups.length == IPV6_GROUPS && !address.contains("::")
        ? String.join(":", Arrays.copyOf(groups, NETWORK_GROUPS))
        : address;
  }
}
