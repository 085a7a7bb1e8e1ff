package chat.parley.contact.control;

import chat.parley.contact.RequestNeeded;
import chat.parley.conversation.Admission;
import chat.parley.platform.AccountId;
import jakarta.enterprise.context.ApplicationScoped;

/** Nobody begins a conversation with somebody who has not agreed to it. */
@ApplicationScoped
public class AskFirst implements Admission {

  @Override
  public void require(AccountId me, AccountId other) {
    throw new RequestNeeded();
  }
}
