package chat.parley.attachment.control;

import chat.parley.identity.DataFiles;
import chat.parley.identity.PersonalData;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Attachments, as data of who sent them. What went with a message belongs to those who have
 * received it, too, and stays as long as the message; what is on its way goes with the account.
 */
@ApplicationScoped
public class AttachmentData implements PersonalData {

  private static final String OWN =
      "SELECT id, conversation, bytes, state, seq FROM attachment WHERE account = ?"
          + " AND state <> 'RELEASED' ORDER BY conversation, seq, id";

  private static final String FORGET =
      "UPDATE attachment SET state = 'RELEASED', due = now() + interval '15 minutes'"
          + " WHERE account = ? AND state IN ('UPLOADING', 'COMPLETE')";

  @Inject private AccountRows rows;

  @Override
  public String feature() {
    return "attachment";
  }

  @Override
  public Set<String> tables() {
    return Set.of("attachment");
  }

  @Override
  public void export(AccountId account, DataFiles files) {
    files.list(
        "attachments",
        "The files you sent, as the server knows them: encrypted, by the message they went with.",
        rows.read(account, database -> database.prepareStatement(OWN)));
  }

  @Override
  public boolean erase(AccountId account) {
    rows.change(account, database -> database.prepareStatement(FORGET));
    return false;
  }
}
