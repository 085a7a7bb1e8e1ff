package chat.parley.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code broker.xml}, read by Artemis itself, says the same as {@link Destinations}. */
class BrokerConfigurationTest {
  private static Configuration broker;

  @BeforeAll
  static void readAsTheBrokerDoes() throws Exception {
    FileConfiguration file = new FileConfiguration();
    FileDeploymentManager manager = new FileDeploymentManager("artemis/broker.xml");
    manager.addDeployable(file).readConfiguration();
    broker = file;
  }

  @Test
  void addressesAreThoseOfDestinations() {
    Set<String> all = new HashSet<>(Destinations.QUEUES);
    all.addAll(Destinations.TOPICS);

    assertThat(addresses(RoutingType.ANYCAST)).isEqualTo(Destinations.QUEUES);
    assertThat(addresses(RoutingType.MULTICAST)).isEqualTo(Destinations.TOPICS);
    assertThat(broker.getAddressConfigurations())
        .extracting(CoreAddressConfiguration::getName)
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void everyConstantIsAQueueOrATopic() throws IllegalAccessException {
    Set<String> constants = new HashSet<>();
    for (var field : Destinations.class.getFields()) {
      if (field.getType() == String.class) {
        constants.add((String) field.get(null));
      }
    }
    Set<String> listed = new HashSet<>(Destinations.QUEUES);
    listed.addAll(Destinations.TOPICS);

    assertThat(listed).isEqualTo(constants);
    assertThat(Destinations.QUEUES).doesNotContainAnyElementsOf(Destinations.TOPICS);
  }

  @Test
  void everyQueueExistsUnderTheNameOfItsAddress() {
    for (CoreAddressConfiguration address : broker.getAddressConfigurations()) {
      if (address.getRoutingTypes().contains(RoutingType.ANYCAST)) {
        assertThat(address.getQueueConfigs())
            .singleElement()
            .satisfies(
                queue -> assertThat(queue.getName().toString()).isEqualTo(address.getName()));
      }
    }
  }

  @Test
  void everyAddressNamesWhoMayUseIt() {
    assertThat(broker.isSecurityEnabled()).isTrue();
    Set<String> all = new HashSet<>(Destinations.QUEUES);
    all.addAll(Destinations.TOPICS);
    for (String address : all) {
      assertThat(broker.getSecurityRoles()).as(address).containsKey(address);
      assertThat(broker.getSecurityRoles().get(address)).as(address).isNotEmpty();
    }
  }

  @Test
  void whatIsNotNamedIsForbidden() {
    assertThat(broker.getSecurityRoles().get("#")).isNullOrEmpty();
    assertThat(broker.getAddressSettings().get("#").isAutoCreateQueues()).isFalse();
    assertThat(broker.getAddressSettings().get("#").isAutoCreateAddresses()).isFalse();
  }

  @Test
  void otherSystemsReadEventsAndSendCommandsAndNothingElse() {
    assertThat(addressesWhere("integrator", Role::isSend)).containsExactly(Destinations.COMMANDS);
    assertThat(addressesWhere("integrator", Role::isConsume)).containsExactly(Destinations.EVENTS);
    assertThat(addressesWhere("integrator", Role::isManage)).isEmpty();
    assertThat(addressesWhere("application", Role::isManage)).isEmpty();
  }

  @Test
  void poisonGoesToTheOperatorsDesk() {
    assertThat(broker.getAddressSettings().get("#").getDeadLetterAddress().toString())
        .isEqualTo(Destinations.DEAD_LETTERS);
    assertThat(broker.getAddressSettings().get("#").getExpiryAddress().toString())
        .isEqualTo(Destinations.EXPIRED);
  }

  @Test
  void durableSendsWaitATenthOfAMillisecond() {
    assertThat(broker.getJournalBufferTimeout_NIO()).isEqualTo(100_000);
  }

  private static Set<String> addresses(RoutingType kind) {
    return broker.getAddressConfigurations().stream()
        .filter(address -> address.getRoutingTypes().contains(kind))
        .map(CoreAddressConfiguration::getName)
        .collect(Collectors.toSet());
  }

  private static Set<String> addressesWhere(String role, Predicate<Role> permission) {
    return broker.getSecurityRoles().entrySet().stream()
        .filter(
            entry ->
                entry.getValue().stream()
                    .anyMatch(each -> each.getName().equals(role) && permission.test(each)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
