package chat.parley.identity.control;

import chat.parley.platform.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How people come in and how long they stay.
 *
 * @param idle how long an unused session lives
 * @param absolute how long any session lives
 * @param access how long an access token is good
 * @param gateways network addresses that stand for many people
 * @param emailRequired whether whoever makes an account gives an e-mail address
 * @param emailLink how long a link that verifies an address is good
 * @param newcomer how long an account waits for its address to be verified
 */
public record IdentitySettings(
    @Setting("parley.public.origins") List<String> origins,
    @Setting("parley.chain.ids") List<String> chains,
    @Setting("parley.session.idle") Duration idle,
    @Setting("parley.session.absolute") Duration absolute,
    @Setting("parley.token.access") Duration access,
    @Setting("parley.token.issuer") String issuer,
    @Setting("parley.gateways") Optional<List<String>> gateways,
    @Setting("parley.email.required") boolean emailRequired,
    @Setting("parley.email.link") Duration emailLink,
    @Setting("parley.account.newcomer") Duration newcomer) {

  /** The audience of access tokens. */
  public static final String AUDIENCE = "parley";

  public IdentitySettings {
    origins = List.copyOf(origins);
    chains = List.copyOf(chains);
    gateways = gateways.map(List::copyOf);
    // Use is noted once in Limits.SESSION_CHECK: a shorter limit would end what is in use.
    between("parley.session.idle", idle, Duration.ofMinutes(5), Duration.ofDays(30));
    between("parley.session.absolute", absolute, Duration.ofMinutes(1), Duration.ofDays(365));
    between("parley.token.access", access, Duration.ofMinutes(1), Duration.ofHours(1));
    between("parley.email.link", emailLink, Duration.ofMinutes(1), Duration.ofDays(7));
    // A link that is good must not lead to an account that is gone.
    between("parley.account.newcomer", newcomer, emailLink, Duration.ofDays(90));
    if (!chains.stream().allMatch(chain -> chain.matches("[1-9][0-9]{0,17}"))) {
      throw new IllegalArgumentException(
          "The setting parley.chain.ids must be a list of chain ids such as 1,31337.");
    }
  }

  /** The chains as numbers. */
  public List<Long> chainIds() {
    return chains.stream().map((Function<String, Long>) Long::valueOf).toList();
  }

  /** The gateways; usually none. */
  public List<String> gatewayAddresses() {
    return gateways.orElse(List.of());
  }

  private static void between(String key, Duration value, Duration min, Duration max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "The setting " + key + " must be between " + min + " and " + max + ".");
    }
  }
}
