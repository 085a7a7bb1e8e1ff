package chat.parley.notification;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;

/**
 * Where and under which keys a device is reached (Push API, RFC 8030 and RFC 8291). All of it comes
 * from strangers: the address is one this server will send requests to.
 */
public final class PushSubscription {

  private static final int POINT_BYTES = 65;
  private static final byte UNCOMPRESSED = 4;
  private static final int SECRET_BYTES = 16;

  private final URI endpoint;
  private final byte[] key;
  private final byte[] secret;

  private PushSubscription(URI endpoint, byte[] key, byte[] secret) {
    this.endpoint = endpoint;
    this.key = key;
    this.secret = secret;
  }

  /**
   * A subscription as a browser gives it.
   *
   * @param endpoint the address of the push service
   * @param key the public key {@code p256dh}, base64url
   * @param secret the authentication secret {@code auth}, base64url
   * @throws InvalidInput for what cannot be one
   */
  public static PushSubscription of(String endpoint, String key, String secret) {
    return of(
        address(endpoint),
        bytes("/keys/p256dh", key, POINT_BYTES),
        bytes("/keys/auth", secret, SECRET_BYTES));
  }

  /**
   * A subscription in its parts.
   *
   * @throws InvalidInput when the key is no uncompressed point
   */
  public static PushSubscription of(URI endpoint, byte[] key, byte[] secret) {
    if (key.length != POINT_BYTES || key[0] != UNCOMPRESSED) {
      throw new InvalidInput("/keys/p256dh", "This is no point on P-256.");
    }
    return new PushSubscription(endpoint, key.clone(), secret.clone());
  }

  private static URI address(String text) {
    boolean printable = text.chars().allMatch(c -> c > ' ' && c < 127);
    if (text.length() > Limits.PUSH_ENDPOINT_CHARACTERS || !printable) {
      throw notAnAddress();
    }
    try {
      URI address = URI.create(text);
      if (address.getHost() == null
          || address.getRawUserInfo() != null
          || address.getRawFragment() != null) {
        throw notAnAddress();
      }
      return address;
    } catch (IllegalArgumentException e) {
      throw notAnAddress();
    }
  }

  private static InvalidInput notAnAddress() {
    return new InvalidInput("/endpoint", "This is not the address of a push service.");
  }

  private static byte[] bytes(String pointer, String text, int length) {
    try {
      // Some browsers pad, as the decoder allows.
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length == length) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Answered below, as every other text that is no key.
    }
    throw new InvalidInput(pointer, "These are not " + length + " bytes in base64url.");
  }

  /** The address; whoever knows it can disturb the device, so it stays out of logs. */
  public URI endpoint() {
    return endpoint;
  }

  /** The public key of the device: an uncompressed point. */
  public byte[] key() {
    return key.clone();
  }

  /** The authentication secret, 16 bytes. */
  public byte[] secret() {
    return secret.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PushSubscription that
        && endpoint.equals(that.endpoint)
        && Arrays.equals(key, that.key)
        && Arrays.equals(secret, that.secret);
  }

  @Override
  public int hashCode() {
    return endpoint.hashCode();
  }

  @Override
  public String toString() {
    return "PushSubscription[" + endpoint.getHost() + "]";
  }
}
