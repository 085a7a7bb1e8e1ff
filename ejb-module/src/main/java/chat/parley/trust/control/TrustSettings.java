package chat.parley.trust.control;

import chat.parley.platform.Setting;

/**
 * How the log of keys is signed.
 *
 * @param keyGeneration the newest key that signs checkpoints: 1 and up; one more makes another one
 */
record TrustSettings(@Setting("parley.key-log.key-generation") int keyGeneration) {

  private static final int MOST = 16;

  TrustSettings {
    if (keyGeneration < 1 || keyGeneration > MOST) {
      throw new IllegalArgumentException(
          "The setting parley.key-log.key-generation must be 1 to " + MOST + ".");
    }
  }
}
