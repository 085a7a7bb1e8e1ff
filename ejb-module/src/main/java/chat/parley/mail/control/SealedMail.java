package chat.parley.mail.control;

import chat.parley.mail.EmailAddress;
import chat.parley.mail.MailId;
import chat.parley.mail.MailTemplate;
import chat.parley.mail.NewMail;
import chat.parley.platform.AccountId;
import chat.parley.sealing.Sealer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a mail says and to whom, sealed for the row it waits in. */
final class SealedMail {

  private static final int VERSION = 1;

  private final Sealer sealer;

  SealedMail(Sealer sealer) {
    this.sealer = sealer;
  }

  byte[] seal(MailId id, NewMail mail) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(mail.to().value());
      out.writeUTF(mail.template().name());
      out.writeLong(mail.until().toEpochMilli());
      out.writeInt(mail.values().size());
      for (Map.Entry<String, String> value : mail.values().entrySet()) {
        out.writeUTF(value.getKey());
        out.writeUTF(value.getValue());
      }
      AccountId account = mail.account();
      if (account != null) {
        out.writeUTF(account.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes what it is given", e);
    }
    return sealer.seal(bytes.toByteArray(), place(id));
  }

  /**
   * Opens what {@link #seal} made for this mail.
   *
   * @throws chat.parley.sealing.SealBroken when it is not that
   */
  NewMail open(MailId id, byte[] sealed) {
    byte[] plain = sealer.unseal(sealed, place(id));
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IllegalStateException("a mail of version " + version);
      }
      EmailAddress to = new EmailAddress(in.readUTF());
      MailTemplate template = MailTemplate.valueOf(in.readUTF());
      Instant until = Instant.ofEpochMilli(in.readLong());
      Map<String, String> values = new HashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        values.put(in.readUTF(), in.readUTF());
      }
      // Mails that were written before budgets end here.
      AccountId account = in.available() == 0 ? null : new AccountId(UUID.fromString(in.readUTF()));
      return new NewMail(account, to, template, values, until);
    } catch (IOException e) {
      throw new UncheckedIOException("what was sealed is whole", e);
    }
  }

  private static byte[] place(MailId id) {
    return ("outgoing_mail/sealed/" + id).getBytes(StandardCharsets.US_ASCII);
  }
}
