package chat.parley.sealing.control;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/**
 * A master key that never leaves AWS KMS. The encryption context binds a data key to its id; it
 * stands in the trail of KMS, where it tells nobody anything.
 */
final class KmsMasterKey implements MasterKey {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  /** With the repeats that the client makes by itself: a message may wait for it. */
  private static final Duration DONE_WITHIN = Duration.ofSeconds(10);

  private static final String BOUND_TO = "parley-data-key";

  private final String arn;
  private final KmsClient client;

  /**
   * Ready to wrap.
   *
   * @param arn of a symmetric key
   * @param region where the key is
   * @param endpoint instead of the region's usual one
   */
  KmsMasterKey(
      String arn, String region, Optional<URI> endpoint, AwsCredentialsProvider credentials) {
    KmsClientBuilder builder =
        KmsClient.builder()
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .overrideConfiguration(
                limits -> limits.apiCallTimeout(DONE_WITHIN).apiCallAttemptTimeout(ANSWER_WITHIN))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_WITHIN)
                    .socketTimeout(ANSWER_WITHIN));
    endpoint.ifPresent(builder::endpointOverride);
    this.arn = arn;
    this.client = builder.build();
  }

  @Override
  public String name() {
    return arn;
  }

  @Override
  public byte[] wrap(UUID id, byte[] dataKey) {
    try {
      return client
          .encrypt(
              question ->
                  question
                      .keyId(arn)
                      .encryptionContext(context(id))
                      .plaintext(SdkBytes.fromByteArray(dataKey)))
          .ciphertextBlob()
          .asByteArray();
    } catch (SdkException e) {
      throw MasterKey.unavailable(e);
    }
  }

  @Override
  public byte[] unwrap(UUID id, byte[] wrapped) throws GeneralSecurityException {
    try {
      return client
          .decrypt(
              question ->
                  question
                      .keyId(arn)
                      .encryptionContext(context(id))
                      .ciphertextBlob(SdkBytes.fromByteArray(wrapped)))
          .plaintext()
          .asByteArray();
    } catch (InvalidCiphertextException | IncorrectKeyException e) {
      throw new GeneralSecurityException("KMS did not wrap this", e);
    } catch (SdkException e) {
      throw MasterKey.unavailable(e);
    }
  }

  private static Map<String, String> context(UUID id) {
    return Map.of(BOUND_TO, id.toString());
  }

  @Override
  public void close() {
    client.close();
  }
}
