package chat.parley.conversation.entity;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.GroupFull;
import chat.parley.conversation.GroupSettings;
import chat.parley.conversation.GroupView;
import chat.parley.conversation.Permitted;
import chat.parley.platform.Limits;
import chat.parley.platform.NameKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What changes of a group; its row is locked by whoever changes the group or its members. */
@Entity
@Table(name = "conversation_group")
public class ConversationGroup {

  @Id private UUID conversation;

  @Column private String name;

  @Column private String description;

  /** As text: the provider cannot read an id that is null. */
  @Column private @Nullable String picture;

  @Column
  @Enumerated(EnumType.STRING)
  private Permitted posting;

  @Column
  @Enumerated(EnumType.STRING)
  private Permitted inviting;

  @Column
  @Enumerated(EnumType.STRING)
  private Permitted pinning;

  @Column
  @Enumerated(EnumType.STRING)
  private Permitted editing;

  @Column private boolean approval;

  @Column private int disappearing;

  @Column private int members;

  @Column(name = "deleted_seq")
  private @Nullable Long deletedSeq;

  /** The key of its name while everybody may find it. */
  @Column(name = "listed_name")
  private @Nullable String listedName;

  /** For the persistence provider. */
  protected ConversationGroup() {}

  /** A new group. */
  public ConversationGroup(
      UUID conversation, String name, String description, GroupSettings settings, int members) {
    this.conversation = conversation;
    this.name = name;
    this.description = description;
    this.members = members;
    set(settings);
  }

  /** The group as its members see it. */
  public GroupView view() {
    return new GroupView(
        name, description, picture == null ? null : UUID.fromString(picture), members, settings());
  }

  public ConversationId id() {
    return new ConversationId(conversation);
  }

  public String name() {
    return name;
  }

  public String description() {
    return description;
  }

  public int members() {
    return members;
  }

  /** The rules. */
  public GroupSettings settings() {
    return new GroupSettings(posting, inviting, pinning, editing, approval, disappearing);
  }

  public void rename(String newName) {
    this.name = newName;
    if (isListed()) {
      list();
    }
  }

  public void describe(String newDescription) {
    this.description = newDescription;
  }

  /** Has another picture, or none. */
  public void depict(@Nullable UUID newPicture) {
    this.picture = newPicture == null ? null : newPicture.toString();
  }

  public boolean hasPicture() {
    return picture != null;
  }

  /** Takes other rules. */
  public final void set(GroupSettings settings) {
    this.posting = settings.posting();
    this.inviting = settings.inviting();
    this.pinning = settings.pinning();
    this.editing = settings.editing();
    this.approval = settings.approval();
    this.disappearing = settings.disappearing();
  }

  /**
   * More members.
   *
   * @throws GroupFull when they would be too many
   */
  public void grow(int more) {
    if (members + more > Limits.GROUP_MEMBERS) {
      throw new GroupFull();
    }
    members += more;
  }

  /** One member less. */
  public void shrink() {
    members--;
  }

  /** The group is no more. */
  public void delete(long seq) {
    deletedSeq = seq;
    members = 0;
    unlist();
  }

  /** Everybody may find it from now on. */
  public void list() {
    listedName = NameKey.of(name);
  }

  /** Only those find it who are led to it. */
  public void unlist() {
    listedName = null;
  }

  public boolean isListed() {
    return listedName != null;
  }

  public boolean isDeleted() {
    return deletedSeq != null;
  }
}
