package chat.parley.identity.boundary;

import chat.parley.identity.IdentityLog;
import chat.parley.identity.control.Issuers;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Reads the settings of issuers at the start, so that a mistake stops it and not a sign-in. */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class IssuerStart {

  @Inject private Instance<Issuers> issuers;

  @PostConstruct
  void start() {
    try {
      issuers
          .get()
          .all()
          .forEach(
              client ->
                  IdentityLog.LOG.issuerKnown(
                      client.issuer().label(), client.address(), client.client()));
    } catch (IllegalStateException e) {
      IdentityLog.LOG.issuersRefused(String.valueOf(e.getMessage()));
      throw e;
    }
  }
}
