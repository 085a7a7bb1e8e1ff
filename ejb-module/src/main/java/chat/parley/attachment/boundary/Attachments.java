package chat.parley.attachment.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import chat.parley.attachment.AttachmentContent;
import chat.parley.attachment.AttachmentIncomplete;
import chat.parley.attachment.AttachmentTaken;
import chat.parley.attachment.AttachmentTooLarge;
import chat.parley.attachment.BeginAttachment;
import chat.parley.attachment.Upload;
import chat.parley.attachment.control.AttachmentRules;
import chat.parley.attachment.control.AttachmentTable;
import chat.parley.attachment.control.AttachmentTable.Row;
import chat.parley.attachment.control.AttachmentTable.State;
import chat.parley.attachment.control.EnclosureGuard;
import chat.parley.attachment.control.PartStore;
import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Membership;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.AppendGuard;
import chat.parley.media.MediaId;
import chat.parley.media.SignedRequest;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.WireBytes;
import chat.parley.quota.boundary.Quotas;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Files that go with messages, as ciphertext. A file is begun, its parts are put in any order, it
 * is completed, and then a message takes it along; what no message takes within {@link
 * Limits#ATTACHMENT_UNBOUND} is removed, and what one took with its body.
 *
 * <p>Outside of transactions: bytes take their time. Every method throws {@link
 * chat.parley.platform.Unavailable} when the store or the database does not answer, and {@link
 * NotFound} alike for what is another's, of another conversation, or not there.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class Attachments {

  private static final int SHA256_BYTES = 32;

  @EJB private Memberships memberships;
  @EJB private Quotas quotas;
  @EJB private AttachmentSteps steps;
  @Inject private AttachmentTable table;
  @Inject private AttachmentRules rules;
  @Inject private PartStore parts;

  /** Bytes of the largest file. */
  public long maxBytes() {
    return rules.maxBytes();
  }

  /**
   * Begins an upload, or says how far one has come: the same wish is granted once.
   *
   * @throws AttachmentTooLarge when it is larger than this installation takes
   * @throws AttachmentTaken when the id stands for something else
   * @throws chat.parley.media.StoreFull when there is no room for it
   * @throws chat.parley.budget.OutOfBudget when there is none in a budget
   * @throws chat.parley.platform.TooManyRequests when the account has sent too much of late
   */
  public Upload begin(BeginAttachment wish) {
    memberships.requireMember(wish.conversation(), wish.by());
    rules.requireSize(wish.bytes());
    Row known = table.find(wish.id()).orElse(null);
    if (known == null) {
      parts.requireRoom(wish.bytes());
      steps.requireRoom(wish);
      quotas.take(rules.files(), wish.by().toString());
      quotas.take(rules.bytes(), wish.by().toString(), AttachmentRules.tokens(wish.bytes()));
      if (steps.insert(wish)) {
        return upload(row(wish.id()));
      }
      known = row(wish.id());
    }
    boolean isSame =
        known.account().equals(wish.by())
            && known.conversation().equals(wish.conversation())
            && known.parts().bytes() == wish.bytes()
            && (known.state() == State.UPLOADING || known.state() == State.COMPLETE);
    if (!isSame) {
      throw new AttachmentTaken();
    }
    return upload(known);
  }

  private Row row(MediaId id) {
    return table.find(id).orElseThrow(NotFound::new);
  }

  private Upload upload(Row row) {
    return new Upload(
        row.id(),
        row.parts().bytes(),
        Limits.ATTACHMENT_PART_BYTES,
        parts.stored(row.id(), row.parts()),
        row.state() == State.COMPLETE);
  }

  /**
   * Takes one part in. The same part may come again.
   *
   * @param number from 1
   * @param length bytes that were announced
   * @throws InvalidInput when the part has another length, or breaks off
   * @throws chat.parley.media.StoreFull when there is no room for it
   */
  public void put(
      AccountId by,
      ConversationId conversation,
      MediaId id,
      int number,
      InputStream bytes,
      long length) {
    memberships.requireMember(conversation, by);
    Row row = own(by, conversation, id);
    int wanted = row.parts().length(number);
    if (length != wanted) {
      throw new InvalidInput("/", "This part has " + wanted + " bytes.");
    }
    if (row.state() != State.UPLOADING) {
      throw new AttachmentTaken();
    }
    try {
      parts.put(by, id, number, bytes, wanted);
    } catch (IOException brokenOff) {
      InvalidInput refusal = new InvalidInput("/", "The part broke off.");
      refusal.initCause(brokenOff);
      throw refusal;
    }
    if (table.find(id).isEmpty()) {
      // It was given up, and removed, meanwhile.
      parts.delete(id, number);
      throw new NotFound();
    }
  }

  /**
   * Says that all parts were put. Harmless to repeat.
   *
   * @throws AttachmentIncomplete when one is missing
   */
  public void complete(AccountId by, ConversationId conversation, MediaId id) {
    memberships.requireMember(conversation, by);
    Row row = own(by, conversation, id);
    if (row.state() == State.UPLOADING) {
      parts.requireAll(id, row.parts());
      steps.complete(id);
    }
  }

  /**
   * A request by which the browser puts one part into the store by itself; empty when parts go
   * through an instance. What the store then has is looked at when the upload is completed.
   *
   * @param number from 1
   * @param sha256 of the part: the store takes no other bytes
   * @throws AttachmentTaken when the upload is complete
   */
  public Optional<SignedRequest> signedPut(
      AccountId by, ConversationId conversation, MediaId id, int number, WireBytes sha256) {
    memberships.requireMember(conversation, by);
    Row row = own(by, conversation, id);
    int length = row.parts().length(number);
    if (sha256.size() != SHA256_BYTES) {
      throw new InvalidInput("/sha256", "A SHA-256 has " + SHA256_BYTES + " bytes.");
    }
    if (!parts.isDirect()) {
      return Optional.empty();
    }
    steps.lend(id);
    return parts.signedPut(id, number, length, sha256);
  }

  /**
   * A request for one part of what went with a message, for everybody who may read that message;
   * empty when parts go through an instance.
   *
   * @param number from 1
   * @throws NotFound as {@link #read}
   */
  public Optional<SignedRequest> signedGet(
      AccountId reader, ConversationId conversation, MediaId id, int number) {
    Row row = readable(reader, conversation, id);
    row.parts().length(number);
    return parts.signedGet(id, number);
  }

  /** Whether parts may come and go past the instances. */
  public boolean isDirect() {
    return parts.isDirect();
  }

  /** Gives up what no message has taken yet; all else stays. Harmless to repeat. */
  public void cancel(AccountId by, ConversationId conversation, MediaId id) {
    memberships.requireMember(conversation, by);
    Row row = table.find(id).orElse(null);
    if (row != null && row.account().equals(by) && row.conversation().equals(conversation)) {
      steps.cancel(id);
    }
  }

  /**
   * What went with a message, for everybody who may read that message.
   *
   * @throws NotFound also when no message has taken it, or the message is gone
   */
  public AttachmentContent read(AccountId reader, ConversationId conversation, MediaId id) {
    return parts.content(reader, id, readable(reader, conversation, id).parts());
  }

  private Row readable(AccountId reader, ConversationId conversation, MediaId id) {
    Membership membership = memberships.requireReader(conversation, reader);
    Row row = table.find(id).orElseThrow(NotFound::new);
    Long seq = row.seq();
    if (!row.conversation().equals(conversation)
        || row.state() != State.BOUND
        || seq == null
        || seq <= membership.floor()
        || seq > membership.ceiling()) {
      throw new NotFound();
    }
    return row;
  }

  private Row own(AccountId by, ConversationId conversation, MediaId id) {
    Row row = table.find(id).orElseThrow(NotFound::new);
    if (!row.account().equals(by)
        || !row.conversation().equals(conversation)
        || row.state() == State.RELEASED) {
      throw new NotFound();
    }
    return row;
  }

  /**
   * The guard for messages that take files along: as the other one, and refuses what its author has
   * not uploaded whole for this very conversation, or what went with another message, with {@link
   * chat.parley.attachment.AttachmentMissing}.
   */
  public static AppendGuard guarding(AppendGuard other) {
    return new EnclosureGuard(other);
  }
}
