package chat.parley.web.rest.conversation;

import chat.parley.conversation.ConversationId;
import chat.parley.notification.ConversationNotifications;
import chat.parley.notification.boundary.Notifications;
import chat.parley.realtime.ConversationOverview;
import chat.parley.web.security.CurrentAccount;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Says of conversations what the caller knows of them, and what the caller wants to be told. */
@RequestScoped
class ConversationAnswers {

  @Inject private CurrentAccount caller;
  @EJB private Notifications notifications;

  ConversationJson of(ConversationOverview overview) {
    return of(List.of(overview)).get(0);
  }

  List<ConversationJson> of(List<ConversationOverview> overviews) {
    Map<ConversationId, ConversationNotifications> wishes =
        notifications.of(
            caller.id(), overviews.stream().map(item -> item.conversation().id()).toList());
    return overviews.stream()
        .map(
            item ->
                ConversationJson.of(
                    item,
                    wishes.getOrDefault(
                        item.conversation().id(), ConversationNotifications.DEFAULT)))
        .toList();
  }
}
