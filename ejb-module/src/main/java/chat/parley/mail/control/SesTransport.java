package chat.parley.mail.control;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.EmailContent;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** Hands mail to Amazon SES by its API (version 2). */
final class SesTransport implements MailTransport, AutoCloseable {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

  /** With the repeats that the client makes by itself. */
  private static final Duration DONE_WITHIN = Duration.ofSeconds(45);

  private final SesV2Client client;

  /**
   * Ready to send.
   *
   * @param endpoint instead of the region's usual one
   */
  SesTransport(String region, Optional<URI> endpoint, AwsCredentialsProvider credentials) {
    SesV2ClientBuilder builder =
        SesV2Client.builder()
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .overrideConfiguration(
                limits -> limits.apiCallTimeout(DONE_WITHIN).apiCallAttemptTimeout(ANSWER_WITHIN))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_WITHIN)
                    .socketTimeout(ANSWER_WITHIN));
    endpoint.ifPresent(builder::endpointOverride);
    this.client = builder.build();
  }

  @Override
  public void send(MailMessage mail) throws AddressRefused, ServerAway {
    try {
      client.sendEmail(request(mail));
    } catch (MessageRejectedException e) {
      throw new AddressRefused(e);
    } catch (SdkException e) {
      throw new ServerAway(e.getClass().getSimpleName(), e);
    }
  }

  private static SendEmailRequest request(MailMessage mail) {
    Body body = Body.builder().text(content(mail.text())).html(content(mail.html())).build();
    return SendEmailRequest.builder()
        .fromEmailAddress(mail.from().value())
        .destination(to -> to.toAddresses(mail.to().value()))
        .content(
            EmailContent.builder()
                .simple(
                    simple ->
                        simple
                            .subject(content(mail.subject()))
                            .body(body)
                            .headers(
                                header("Auto-Submitted", "auto-generated"),
                                header("X-Parley-Mail", mail.id().toString())))
                .build())
        .build();
  }

  private static Content content(String text) {
    return Content.builder().data(text).charset(StandardCharsets.UTF_8.name()).build();
  }

  private static MessageHeader header(String name, String value) {
    return MessageHeader.builder().name(name).value(value).build();
  }

  @Override
  public void close() {
    client.close();
  }
}
