package chat.parley.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.security.PasswordCredential;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.apache.activemq.artemis.ra.ActiveMQRAConnectionFactory;
import org.apache.activemq.artemis.ra.ActiveMQRAConnectionRequestInfo;
import org.apache.activemq.artemis.ra.ActiveMQRAManagedConnection;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ParleyManagedConnectionFactoryTest {

  private final ParleyManagedConnectionFactory factory = new ParleyManagedConnectionFactory();
  private final ParleyResourceAdapter adapter = new ParleyResourceAdapter();

  private void named(String user) throws Exception {
    adapter.configure(
        Map.of("parley.broker.user", user, "parley.broker.password", "secret")::get,
        Map.<String, String>of()::get);
    factory.setResourceAdapter(adapter);
  }

  @Test
  void aRequestThatNamesNobodyIsTheAdapters() throws Exception {
    named("someone");
    List<String> users = new ArrayList<>();
    ConnectionManager container =
        (asked, info) -> {
          assertThat(asked).isSameAs(factory);
          users.add(((ActiveMQRAConnectionRequestInfo) info).getUserName());
          throw new jakarta.resource.spi.ResourceAllocationException("enough");
        };
    ActiveMQRAConnectionFactory connections =
        (ActiveMQRAConnectionFactory) factory.createConnectionFactory(container);
    try {
      connections.createContext().close();
    } catch (jakarta.jms.JMSRuntimeException enough) {
      assertThat(users).containsExactly("someone");
    }
  }

  @Test
  void whomTheContainerNamesDoesNotMatter() throws Exception {
    named("someone");
    PasswordCredential blank = new PasswordCredential("", new char[0]);
    Subject nobody = new Subject(false, Set.of(), Set.of(), Set.of(blank));
    try {
      assertThat(factory.createManagedConnection(nobody, null))
          .isInstanceOf(ParleyManagedConnection.class)
          .extracting(connection -> ((ParleyManagedConnection) connection).artemis())
          .isInstanceOf(ActiveMQRAManagedConnection.class);
    } catch (jakarta.resource.ResourceException noBroker) {
      assertThat(noBroker).isNotInstanceOf(jakarta.resource.spi.SecurityException.class);
    }
  }

  @Test
  void everyPropertyOfTheDescriptorCanBeSet() throws Exception {
    Document descriptor =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("src/main/rar/META-INF/ra.xml").toAbsolutePath().toFile());
    NodeList names = elements(descriptor, "config-property-name");
    NodeList types = elements(descriptor, "config-property-type");
    assertThat(names.getLength()).isPositive();
    for (int i = 0; i < names.getLength(); i++) {
      Class<?> type = Class.forName(types.item(i).getTextContent());
      String name = names.item(i).getTextContent();
      assertThat(factory.getClass().getMethod("get" + name).getReturnType()).isEqualTo(type);
      assertThat(factory.getClass().getMethod("set" + name, type)).isNotNull();
    }
  }

  private static NodeList elements(Document descriptor, String element) throws Exception {
    return (NodeList)
        XPathFactory.newInstance()
            .newXPath()
            .evaluate(
                "//connection-definition/config-property/" + element,
                descriptor,
                XPathConstants.NODESET);
  }
}
