package chat.parley.sealing.control;

import chat.parley.platform.Setting;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which keys wrap the keys that seal.
 *
 * @param masters the names of all master keys that are in use; the first one wraps
 * @param kmsEndpoint address of AWS KMS, instead of the usual one of a key's region
 */
record SealingSettings(
    @Setting("parley.sealing.masters") List<String> masters,
    @Setting("parley.sealing.kms.endpoint") Optional<URI> kmsEndpoint) {

  /** What stands before the alias of a key in the key store. */
  static final String KEYSTORE = "keystore:";

  /** An alias of KMS is no name: it may come to stand for another key. */
  private static final Pattern NAME =
      Pattern.compile(
          KEYSTORE + "[A-Za-z0-9._-]+|arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/[A-Za-z0-9-]+");

  SealingSettings {
    masters = List.copyOf(masters);
    if (masters.isEmpty()
        || !masters.stream().allMatch(name -> NAME.matcher(name).matches())
        || new HashSet<>(masters).size() < masters.size()) {
      throw new IllegalArgumentException(
          "The setting parley.sealing.masters must be a list of keystore:ALIAS or ARNs of AWS KMS"
              + " keys, each once.");
    }
  }

  /** The region in the ARN of a key. */
  static String region(String arn) {
    return arn.split(":", -1)[3];
  }
}
