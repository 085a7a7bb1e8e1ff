package chat.parley.keys.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.identity.SessionEnded;
import chat.parley.keys.ClaimedKeyPackage;
import chat.parley.keys.DeviceKeyNeeded;
import chat.parley.keys.MemberDevice;
import chat.parley.keys.StoredKeyPackages;
import chat.parley.keys.TooManyKeyPackages;
import chat.parley.keys.control.DeviceKeyTable;
import chat.parley.keys.control.KeyPackageRules;
import chat.parley.keys.control.KeyPackageTable;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import chat.parley.platform.WireBytes;
import chat.parley.quota.Quota;
import chat.parley.quota.boundary.Quotas;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of devices, and the KeyPackages by which others add them to groups. */
@Stateless
public class KeyPackages {

  private static final Quota CLAIMS =
      new Quota(
          "key-claim",
          Limits.KEY_CLAIMS,
          Limits.KEY_CLAIM_WINDOW,
          "Too many KeyPackages at once. Wait, then try again.");

  private static final Quota CLAIMS_FROM_ONE =
      new Quota(
          "key-claim-from-one",
          Limits.KEY_CLAIMS_FROM_ONE,
          Limits.KEY_CLAIM_WINDOW,
          "Too many KeyPackages of one person. Wait, then try again.");

  @EJB private Memberships memberships;
  @EJB private Quotas quotas;
  @EJB private KeyClaims claims;
  @Inject private DeviceKeyTable keys;
  @Inject private KeyPackageTable packages;
  @Inject private Clock clock;

  /**
   * Registers the key with which a device signs. Another one than before takes its place: the
   * KeyPackages and Welcomes of the device are gone then, and its leaves in groups are stale.
   *
   * @throws InvalidInput unless it has 32 bytes
   * @throws SessionEnded when nobody is signed in on the device any more
   */
  public void register(AccountId account, DeviceId device, WireBytes signatureKey) {
    if (signatureKey.size() != 32) {
      throw new InvalidInput("/signatureKey", "A key of Ed25519 has 32 bytes.");
    }
    if (!keys.register(account, device, signatureKey, clock.instant())) {
      throw new SessionEnded(null);
    }
  }

  /** What a device has waiting. */
  public StoredKeyPackages stored(DeviceId device) {
    return packages.count(device, clock.instant());
  }

  /**
   * Publishes KeyPackages; those that are there already stay.
   *
   * @param lastResort takes the place of the one before, and is not used up; null for none
   * @throws DeviceKeyNeeded when the device has no key
   * @throws chat.parley.keys.KeyPackageInvalid when one of them is not good: none is kept then
   * @throws TooManyKeyPackages when more than {@link Limits#KEY_PACKAGES} would wait
   */
  public StoredKeyPackages publish(
      AccountId account, DeviceId device, List<WireBytes> wishes, @Nullable WireBytes lastResort) {
    if (wishes.size() > Limits.KEY_PACKAGES) {
      throw new InvalidInput("/keyPackages", "At most " + Limits.KEY_PACKAGES + " at once.");
    }
    WireBytes key = keys.key(account, device).orElseThrow(DeviceKeyNeeded::new);
    Instant now = clock.instant();
    for (int i = 0; i < wishes.size(); i++) {
      packages.insert(
          device,
          KeyPackageRules.require("/keyPackages/" + i, wishes.get(i), account, device, key, now),
          false);
    }
    if (lastResort != null) {
      packages.insert(
          device,
          KeyPackageRules.require("/lastResort", lastResort, account, device, key, now),
          true);
    }
    StoredKeyPackages stored = packages.count(device, now);
    if (stored.available() > Limits.KEY_PACKAGES) {
      throw new TooManyKeyPackages();
    }
    return stored;
  }

  /**
   * Takes a KeyPackage for every device of these people that has any, but the caller's own: each is
   * given once, to one caller, whichever instance is asked.
   *
   * @param people 1 to {@link Limits#KEY_CLAIM_PEOPLE}, each a member of the conversation
   * @throws NotFound when the caller or one of them is no member, or the conversation is not
   *     encrypted end to end
   * @throws chat.parley.platform.TooManyRequests when he claims too much
   */
  @TransactionAttribute(NOT_SUPPORTED)
  public List<ClaimedKeyPackage> claim(
      AccountId me, DeviceId device, ConversationId conversation, List<AccountId> people) {
    Set<AccountId> wanted = new LinkedHashSet<>(people);
    if (wanted.isEmpty() || wanted.size() > Limits.KEY_CLAIM_PEOPLE) {
      throw new InvalidInput("/people", "1 to " + Limits.KEY_CLAIM_PEOPLE + " people at once.");
    }
    memberships.requireEncrypted(conversation, me);
    memberships.requireMembers(conversation, wanted);
    quotas.take(CLAIMS, me.toString());
    for (AccountId each : wanted) {
      if (!each.equals(me)) {
        quotas.take(CLAIMS_FROM_ONE, me + " " + each);
      }
    }
    return claims.take(wanted, device);
  }

  /**
   * The devices of all members of a conversation that have keys, in the order of their ids.
   *
   * @param after the last one of the page before
   * @throws NotFound when the caller is no member, or the conversation is not encrypted end to end
   */
  public Page<MemberDevice> devices(
      AccountId me, ConversationId conversation, @Nullable DeviceId after) {
    memberships.requireEncrypted(conversation, me);
    List<MemberDevice> found = keys.ofMembers(conversation, me, after, Limits.DEVICES_PAGE + 1);
    List<MemberDevice> items = found.stream().limit(Limits.DEVICES_PAGE).toList();
    return new Page<>(
        items,
        found.size() > items.size() ? items.get(items.size() - 1).device().toString() : null);
  }
}
