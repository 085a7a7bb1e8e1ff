package chat.parley.conversation.boundary;

import chat.parley.conversation.control.MemberCache;
import chat.parley.identity.SessionEnd;
import chat.parley.identity.SessionsRevoked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Hears on every instance of accounts that were deleted. */
@ApplicationScoped
public class DeletionObserver {

  @Inject private MemberCache cache;

  void after(@Observes SessionsRevoked fact) {
    if (fact.why() == SessionEnd.ACCOUNT_DELETED) {
      cache.forget(fact.account());
    }
  }
}
