package chat.parley.jms;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the broker listens: {@code tcp://host:port}, with transport options behind a question mark
 * ({@code ?sslEnabled=true&trustStorePath=...}); several brokers of one cluster are separated by
 * commas. The resource adapter wants the same in its own notation.
 */
record BrokerUrl(List<String> connectors) {
  private static final String NETTY =
      "org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory";

  BrokerUrl {
    connectors = List.copyOf(connectors);
  }

  /**
   * @throws IllegalArgumentException when the text is no such address
   */
  static BrokerUrl parse(String text) {
    List<String> connectors = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      URI uri = URI.create(part.strip());
      if (!"tcp".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 1) {
        throw new IllegalArgumentException(
            "parley.broker.url must be like tcp://host:61616, but a part of it is: " + part);
      }
      StringBuilder parameters = new StringBuilder();
      parameters.append("host=").append(uri.getHost()).append(";port=").append(uri.getPort());
      if (uri.getQuery() != null) {
        parameters.append(';').append(uri.getQuery().replace('&', ';'));
      }
      connectors.add(parameters.toString());
    }
    return new BrokerUrl(connectors);
  }

  /** One connector class for each address, separated by commas. */
  String connectorClassNames() {
    return String.join(",", connectors.stream().map(ignored -> NETTY).toList());
  }

  /** {@code host=...;port=...}, one for each address, separated by commas. */
  String connectionParameters() {
    return String.join(",", connectors);
  }
}
