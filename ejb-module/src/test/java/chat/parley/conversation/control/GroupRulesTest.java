package chat.parley.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.conversation.GroupRole;
import chat.parley.conversation.GroupSettings;
import chat.parley.conversation.Permitted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole table of who may do what. */
class GroupRulesTest {

  @ParameterizedTest
  @CsvSource({
    "MEMBER, MEMBER, false",
    "MEMBER, ADMIN, false",
    "MEMBER, OWNER, false",
    "ADMIN, MEMBER, true",
    "ADMIN, ADMIN, true",
    "ADMIN, OWNER, false",
    "OWNER, MEMBER, true",
    "OWNER, ADMIN, true",
    "OWNER, OWNER, true"
  })
  void nobodyRemovesThoseAboveHim(GroupRole actor, GroupRole target, boolean allowed) {
    assertThat(GroupRules.mayRemove(actor, target)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyGivesOrTakesMoreThanHeHas(GroupRole actor) {
    for (GroupRole before : GroupRole.values()) {
      for (GroupRole after : GroupRole.values()) {
        boolean allowed =
            switch (actor) {
              case MEMBER -> false;
              case ADMIN -> before != GroupRole.OWNER && after != GroupRole.OWNER;
              case OWNER -> true;
            };
        assertThat(GroupRules.mayGive(actor, before, after))
            .as("%s makes %s %s", actor, before, after)
            .isEqualTo(allowed);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"MEMBER, false, false", "ADMIN, true, false", "OWNER, true, true"})
  void managingIsForAdminsAndDeletingForOwners(GroupRole actor, boolean manages, boolean deletes) {
    assertThat(GroupRules.mayManage(actor)).isEqualTo(manages);
    assertThat(GroupRules.mayDelete(actor)).isEqualTo(deletes);
  }

  @ParameterizedTest
  @CsvSource({
    "MEMBERS, MEMBER, true",
    "MEMBERS, ADMIN, true",
    "MEMBERS, OWNER, true",
    "ADMINS, MEMBER, false",
    "ADMINS, ADMIN, true",
    "ADMINS, OWNER, true"
  })
  void whatTheRulesGiveToMembersEverybodyMay(
      Permitted permitted, GroupRole actor, boolean allowed) {
    GroupSettings settings =
        new GroupSettings(permitted, permitted, permitted, permitted, false, 0);

    assertThat(GroupRules.mayEdit(actor, settings)).isEqualTo(allowed);
    assertThat(GroupRules.mayInvite(actor, settings)).isEqualTo(allowed);
    assertThat(settings.posting().includes(actor)).isEqualTo(allowed);
    assertThat(settings.pinning().includes(actor)).isEqualTo(allowed);
  }
}
