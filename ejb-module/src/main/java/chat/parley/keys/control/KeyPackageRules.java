package chat.parley.keys.control;

import chat.parley.keys.KeyPackageInvalid;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import java.time.Instant;
import java.util.Arrays;

/** Which KeyPackages a device may publish. */
public final class KeyPackageRules {

  private KeyPackageRules() {}

  /** A KeyPackage that was found good. */
  public record Good(WireBytes content, WireBytes hash, Instant expiresAt) {}

  /**
   * Looks at a KeyPackage.
   *
   * @param pointer where it stands in the request
   * @param key the registered key of the device
   * @throws KeyPackageInvalid unless it is one of this device, signed, and lives for at most {@link
   *     Limits#KEY_PACKAGE_LIFE}
   */
  public static Good require(
      String pointer,
      WireBytes content,
      AccountId account,
      DeviceId device,
      WireBytes key,
      Instant now) {
    MlsKeyPackage found;
    try {
      found = MlsKeyPackage.message(content.bytes());
    } catch (Malformed e) {
      throw new KeyPackageInvalid(pointer, "It is no KeyPackage: " + e.getMessage() + ".");
    }
    MlsLeaf leaf = found.leaf();
    if (!leaf.account().equals(account) || !leaf.device().equals(device)) {
      throw new KeyPackageInvalid(pointer, "Its identity is not that of this device.");
    }
    if (!Arrays.equals(leaf.signatureKey(), key.bytes())) {
      throw new KeyPackageInvalid(pointer, "Its signature key is not that of this device.");
    }
    long seconds = now.getEpochSecond();
    long skew = Limits.CLOCK_SKEW.toSeconds();
    if (!leaf.isAlive(seconds, skew)
        || !leaf.endsWithin(seconds, Limits.KEY_PACKAGE_LIFE.toSeconds() + skew)) {
      throw new KeyPackageInvalid(
          pointer,
          "It has to be good now, and for at most " + Limits.KEY_PACKAGE_LIFE.toDays() + " days.");
    }
    if (!Signatures.isGood(found)) {
      throw new KeyPackageInvalid(pointer, "Its signatures are not good.");
    }
    return new Good(
        content,
        WireBytes.of(Signatures.sha256(content.bytes())),
        Instant.ofEpochSecond(leaf.notAfter()));
  }
}
