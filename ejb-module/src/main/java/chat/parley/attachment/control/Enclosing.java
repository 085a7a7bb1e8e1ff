package chat.parley.attachment.control;

import chat.parley.journal.AppendFollower;
import chat.parley.journal.FreshEntry;
import chat.parley.media.MediaId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Binds attachments to the entry that takes them along, in the transaction that writes it. */
@ApplicationScoped
public class Enclosing implements AppendFollower {

  private static final String BIND =
      "UPDATE attachment a SET state = 'BOUND', due = NULL, seq = t.seq"
          + " FROM unnest(?::uuid[], ?::bigint[]) AS t (id, seq)"
          + " WHERE a.id = t.id AND a.state = 'COMPLETE'";

  @Override
  public void follow(Connection connection, List<FreshEntry> entries) throws SQLException {
    List<Object> ids = new ArrayList<>();
    List<Long> seqs = new ArrayList<>();
    for (FreshEntry fresh : entries) {
      for (MediaId id : fresh.wish().attachments()) {
        ids.add(id.value());
        seqs.add(fresh.entry().seq());
      }
    }
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement bind = connection.prepareStatement(BIND)) {
      bind.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      bind.setArray(2, connection.createArrayOf("int8", seqs.toArray()));
      if (bind.executeUpdate() != ids.size()) {
        throw new SQLException("an attachment that its guard has let pass is gone");
      }
    }
  }
}
