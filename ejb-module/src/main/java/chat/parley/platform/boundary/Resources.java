package chat.parley.platform.boundary;

import chat.parley.jms.Destinations;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.resource.AdministeredObjectDefinition;
import jakarta.resource.ConnectionFactoryDefinition;
import jakarta.resource.spi.TransactionSupport;
import java.sql.Connection;

/**
 * The resources of the container, declared once in the application, so that an application server
 * needs none of its own but the resource adapter {@value #ADAPTER} beside it.
 */
@Singleton
@DataSourceDefinition(
    name = Resources.DATA_SOURCE,
    className = "chat.parley.platform.control.ParleyDataSource",
    isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
    initialPoolSize = 2,
    minPoolSize = 2,
    maxPoolSize = 30,
    // After a restart of the database Payara would hand out dead connections without these two.
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=auto-commit"
    })
@ConnectionFactoryDefinition(
    name = Resources.CONNECTION_FACTORY,
    interfaceName = "jakarta.jms.ConnectionFactory",
    resourceAdapter = Resources.ADAPTER,
    transactionSupport = TransactionSupport.TransactionSupportLevel.XATransaction,
    minPoolSize = 1,
    maxPoolSize = 30)
@AdministeredObjectDefinition(
    name = Resources.FANOUT,
    interfaceName = "jakarta.jms.Topic",
    className = "org.apache.activemq.artemis.jms.client.ActiveMQTopic",
    resourceAdapter = Resources.ADAPTER,
    properties = "Address=" + Destinations.FANOUT)
@AdministeredObjectDefinition(
    name = Resources.CONTROL,
    interfaceName = "jakarta.jms.Topic",
    className = "org.apache.activemq.artemis.jms.client.ActiveMQTopic",
    resourceAdapter = Resources.ADAPTER,
    properties = "Address=" + Destinations.CONTROL)
public class Resources {

  /** The resource adapter archive that is deployed beside the application. */
  public static final String ADAPTER = "parley-jms";

  public static final String DATA_SOURCE = "java:app/jdbc/parley";
  public static final String CONNECTION_FACTORY = "java:app/jms/ConnectionFactory";

  /** The topic {@value Destinations#FANOUT}. */
  public static final String FANOUT = "java:app/jms/fanout";

  /** The topic {@value Destinations#CONTROL}. */
  public static final String CONTROL = "java:app/jms/control";
}
