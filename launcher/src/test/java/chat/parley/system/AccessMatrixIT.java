package chat.parley.system;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.contract.RestContract;
import chat.parley.contract.RestContract.Operation;
import chat.parley.system.AccessWorld.Caller;
import chat.parley.testing.AccessTable;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation of the OpenAPI document, called by every kind of caller, is answered as {@code
 * docs/protocol/access.md} says. A new operation needs a line there, and here what it takes: the
 * body in {@link #BODIES}, and the things its path names in {@link #path}.
 */
@ExtendWith(RunningParley.Extension.class)
class AccessMatrixIT {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** What no passkey has signed. */
  private static final Map<String, String> ASSERTION =
      Map.of(
          "credential",
          "AAAA",
          "authenticatorData",
          "AAAA",
          "clientDataJson",
          "AAAA",
          "signature",
          "AAAA");

  private static final Map<String, String> ISSUER = Map.of("issuer", RunningParley.KEYCLOAK);

  /** With what no issuer has sent anybody back. */
  private static final Map<String, String> ISSUER_ANSWER =
      Map.of("issuer", RunningParley.KEYCLOAK, "code", "x", "state", "x".repeat(43));

  /** They end the session of who calls them. */
  private static final Set<String> SIGNS_OUT = Set.of("endAllSessions", "endOtherSessions");

  /** What an operation is given, when it is given something. */
  private static final Map<String, Function<AccessWorld, Object>> BODIES =
      Map.ofEntries(
          entry("beginUpload", world -> Map.of("size", 1)),
          entry("signPartUpload", world -> Map.of("sha256", "A".repeat(43))),
          entry(
              "makeTip",
              world ->
                  Map.of(
                      "recipient", world.person(Caller.ADMIN).id(), "chain", 31337, "amount", "1")),
          entry("claimTip", world -> Map.of("hash", "0x" + "0".repeat(64))),
          entry("setTipLimits", world -> Map.of("items", List.of())),
          entry("showTipJar", world -> Map.of("shown", false)),
          entry("chooseTipWallet", world -> Map.of("address", world.nobodysWallet())),
          entry("giveAccountEmail", world -> Map.of("email", address())),
          entry("sendEmailLink", world -> Map.of()),
          entry("setPassword", world -> Map.of("password", "password1")),
          entry("makeRecoveryCodes", world -> Map.of()),
          entry("exportData", world -> Map.of()),
          entry("deleteAccount", world -> Map.of("username", "not.my.name")),
          entry("askForRecovery", world -> Map.of("email", address())),
          entry(
              "recover",
              world ->
                  Map.of(
                      "token",
                      "x".repeat(43),
                      "code",
                      "0000-0000-0000-0000",
                      "password",
                      "four sober otters")),
          entry("createNewPasskeyChallenge", world -> Map.of()),
          entry(
              "addPasskey",
              world ->
                  Map.of("name", "Phone", "attestationObject", "AAAA", "clientDataJson", "AAAA")),
          entry("createPasskeyProofChallenge", world -> Map.of()),
          entry("proveByPasskey", world -> ASSERTION),
          entry("createPasskeyChallenge", world -> Map.of()),
          entry("loginWithPasskey", world -> Map.of("assertion", ASSERTION)),
          entry("beginIssuerSignIn", world -> ISSUER),
          entry("loginWithIssuer", world -> Map.of("answer", ISSUER_ANSWER)),
          entry(
              "registerWithIssuer",
              world -> Map.of("registration", "x".repeat(43), "username", "nobody.at.all")),
          entry("beginIssuerLink", world -> ISSUER),
          entry("linkIdentity", world -> ISSUER_ANSWER),
          entry("beginIssuerProof", world -> ISSUER),
          entry("proveByIssuer", world -> ISSUER_ANSWER),
          entry("createWalletLinkNonce", world -> Map.of()),
          entry("linkWallet", AccessWorld::messageOfAnotherDoor),
          entry("proveByPassword", world -> Map.of("password", "not the password")),
          entry("createWalletProofNonce", world -> Map.of()),
          entry("proveByWallet", AccessWorld::messageOfAnotherDoor),
          entry("chooseInterests", world -> Map.of("interests", List.of())),
          entry("changeProfile", world -> Map.of("about", "I walk.")),
          entry("changeAccountSettings", world -> Map.of("lastSeen", "everyone")),
          entry(
              "login",
              world ->
                  Map.of(
                      "username",
                      world.somebody().username(),
                      "password",
                      world.somebody().password())),
          entry("logout", world -> Map.of("refreshToken", "x")),
          entry("refresh", world -> Map.of("refreshToken", world.refreshToken())),
          entry(
              "register",
              world ->
                  Map.of("username", world.somebody().username(), "password", "a good password")),
          entry("loginWithWallet", AccessWorld::signedMessage),
          entry("createWalletNonce", world -> Map.of()),
          entry(
              "registerWithWallet",
              world ->
                  Map.of("registration", world.proof(), "username", world.somebody().username())),
          entry(
              "sendToPerson",
              world -> Map.of("recipient", world.somebody().username(), "message", "Hello")),
          entry(
              "openConversation",
              world -> Map.of("member", world.somebody().id(), "kind", "sealed")),
          entry("askToTalk", world -> Map.of("note", "Hello")),
          entry("lookAtContactCode", world -> Map.of("code", "x".repeat(43))),
          entry("useContactCode", world -> Map.of("code", "x".repeat(43))),
          entry("reportPerson", world -> Map.of("reason", "spam")),
          entry("answerRequest", world -> Map.of("answer", "accept")),
          entry("registerDeviceKey", world -> Map.of("signatureKey", "A".repeat(43))),
          entry("publishKeyPackages", world -> Map.of("keyPackages", List.of())),
          entry(
              "claimKeyPackages",
              world -> Map.of("people", List.of(world.person(Caller.OWNER).id()))),
          entry(
              "commit",
              world ->
                  Map.of("epoch", 1, "commit", "AAAA", "groupInfo", "AAAA", "welcomes", List.of())),
          entry(
              "stateDevice",
              world ->
                  Map.of("accountKey", "B" + "A".repeat(42), "at", 1, "signature", "A".repeat(86))),
          entry(
              "bindWallet",
              world ->
                  Map.of(
                      "key",
                      "B" + "A".repeat(42),
                      "address",
                      world.nobodysWallet(),
                      "chain",
                      1,
                      "signature",
                      "0x00")),
          entry("keepVerifications", world -> Map.of("version", 2, "sealed", "AAAA")),
          entry("registerAccountKey", world -> Map.of("key", "A".repeat(43))),
          entry(
              "putRecoveryMethod",
              world -> Map.of("key", "A".repeat(43), "kind", "key", "sealedRoot", "AAAA")),
          entry(
              "keepBackup",
              world ->
                  Map.of(
                      "key",
                      "A".repeat(43),
                      "entries",
                      List.of(Map.of("seq", 1, "sealed", "AAAA")))),
          entry("changeGroup", world -> Map.of("description", "Every week")),
          entry("hideMessages", world -> Map.of("seqs", List.of(Long.valueOf(world.message())))),
          entry("createInviteLink", world -> Map.of()),
          entry("decideJoinRequest", world -> Map.of("accept", true)),
          entry("addMembers", world -> Map.of("accounts", List.of(world.applicant().id()))),
          entry("setRole", world -> Map.of("role", "admin")),
          entry(
              "scheduleMessage",
              world -> Map.of("cid", Talk.cid(), "body", "later", "sendAt", AccessWorld.later())),
          entry("changeConversationSettings", world -> Map.of("notifications", "all")),
          entry("decrypt", world -> Map.of("encryptedMessage", world.encrypted())),
          entry("encrypt", world -> Map.of("message", "secret")),
          entry("verifyEmail", world -> Map.of("token", "x".repeat(43))),
          entry(
              "createGroup",
              world -> Map.of("name", "Walks", "kind", "sealed", "members", List.of())),
          entry("createNamedGroup", world -> Map.of("name", "Walks", "members", List.of())),
          entry("changeNamedGroup", world -> Map.of("description", "Every week")),
          entry("addNamedMember", world -> Map.of("member", world.applicant().username())),
          entry("setNamedRole", world -> Map.of("role", "admin")),
          entry("sendToGroup", world -> Map.of("message", "Hello")),
          entry("addInterest", world -> AccessWorld.interest()),
          entry("joinGroup", world -> Map.of("token", world.token())),
          entry("previewInvitation", world -> Map.of("token", world.token())),
          entry("putPushSubscription", AccessWorld::subscription),
          entry("changeSession", world -> Map.of("deviceName", "Kitchen")),
          entry("putListing", world -> Map.of("interests", List.of())),
          entry("lookUpPerson", world -> Map.of("query", world.somebody().username())),
          entry("sync", world -> Map.of()));

  private static final Map<String, Function<AccessWorld, String>> QUERIES =
      Map.of(
          "listMessages", world -> "recipient=" + world.somebody().username(),
          "findPeople", world -> "username=" + world.somebody().username(),
          "listUsers", world -> "username=" + world.somebody().username(),
          "findFormerDevices", world -> "device=" + world.somebody().device());

  /** What is asked only of a group that is encrypted end to end. */
  private static final Set<String> ENCRYPTED =
      Set.of(
          "claimKeyPackages",
          "listMemberDevices",
          "findFormerDevices",
          "getGroupEpoch",
          "commit",
          "getCommit",
          "getWelcome",
          "deleteWelcome",
          "keepBackup",
          "readBackup");

  /** Where an operation is for several things: the table's word for each but the first. */
  private static final String DIRECT = "direct";

  @Test
  void everyCallerIsAnsweredAsTheTableSays(RunningParley parley, TestReporter reporter) {
    List<Operation> operations = new RestContract().operations();
    Map<String, Operation> byId =
        operations.stream().collect(Collectors.toMap(Operation::id, Function.identity()));
    List<AccessTable.Row> rows = AccessTable.rows();
    assertThat(rows.stream().map(AccessTable.Row::operation).collect(Collectors.toSet()))
        .as("the operations in docs/protocol/access.md")
        .isEqualTo(new HashSet<>(byId.keySet()));
    AccessWorld world = new AccessWorld(parley);
    List<String> faults = new ArrayList<>();
    int calls = 0;
    for (AccessTable.Row row : rows) {
      Operation operation = byId.get(row.operation());
      Map<Caller, Integer> given = new EnumMap<>(Caller.class);
      for (Caller caller : Caller.values()) {
        int instance = 1 + calls % RunningParley.INSTANCES;
        given.put(caller, call(world, operation, row.way(), caller, instance));
        calls++;
      }
      if (given.entrySet().stream()
          .anyMatch(each -> !each.getValue().equals(wanted(row, each.getKey())))) {
        faults.add(row.name() + " was answered " + given);
      }
    }
    reporter.publishEntry(
        "access matrix",
        operations.size()
            + " operations, "
            + Caller.values().length
            + " kinds of callers, "
            + calls
            + " calls");
    assertThat(String.join("\n", faults)).isEmpty();
  }

  private static @Nullable Integer wanted(AccessTable.Row row, Caller caller) {
    return row.statuses().get(caller.column());
  }

  private static int call(
      AccessWorld world, Operation operation, String way, Caller caller, int instance) {
    String path = path(world, operation, way);
    if (caller == Caller.TOKEN_IN_THE_ADDRESS) {
      path +=
          (path.contains("?") ? "&" : "?")
              + "access_token="
              + world.person(Caller.OWNER).accessToken();
    }
    RestClient client = world.client(caller, instance);
    byte[] body = body(world, operation);
    if (operation.id().equals("setPicture") || operation.id().equals("setProfilePicture")) {
      client = client.withHeader("Content-Type", "image/png");
      body = world.picture();
    }
    if (operation.id().equals("putPart")) {
      client = client.withHeader("Content-Type", "application/octet-stream");
      body = new byte[1];
    }
    Answer answer = client.send(operation.method(), path, body);
    if (answer.status() < 300 && !operation.method().equals("GET")) {
      world.changed();
      if (operation.id().equals("refresh")) {
        world.refreshed(answer);
      }
      if (SIGNS_OUT.contains(operation.id())) {
        world.signInAgain(caller);
      }
    }
    return answer.status();
  }

  private static byte @Nullable [] body(AccessWorld world, Operation operation) {
    Function<AccessWorld, Object> body = BODIES.get(operation.id());
    try {
      return body == null ? null : RestClient.JSON.writeValueAsBytes(body.apply(world));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The path of an operation, about the things of this world. */
  private static String path(AccessWorld world, Operation operation, String way) {
    String path = operation.path();
    if (ENCRYPTED.contains(operation.id())) {
      path = path.replace("{id}", world.encryptedGroup());
    } else if (path.startsWith("/api/conversations/")) {
      path = path.replace("{id}", way.equals(DIRECT) ? world.direct() : world.group());
    }
    path =
        switch (operation.id()) {
          case "getTip", "cancelTip", "claimTip" ->
              path.replace("{tip}", UUID.randomUUID().toString());
          case "getWalletName" -> path.replace("{address}", world.nobodysWallet());
          case "askFaucet" -> path.replace("{chain}", "31337");
          case "beginUpload" -> path.replace("{attachment}", UUID.randomUUID().toString());
          case "putPart", "signPartUpload", "completeUpload", "cancelUpload" ->
              path.replace("{attachment}", world.upload()).replace("{part}", "1");
          case "getAttachment", "signPartDownload" ->
              path.replace("{attachment}", world.attachment()).replace("{part}", "1");
          case "unban" -> path.replace("{account}", world.person(Caller.BANNED).id());
          case "getPicture", "removePicture" -> path.replace(world.group(), world.groupPicture());
          case "decideJoinRequest" -> path.replace("{account}", world.applied());
          case "joinListedGroup" -> path.replace("{id}", world.group());
          case "endSession", "changeSession" -> path.replace("{id}", world.session());
          case "block", "unblock" -> path.replace("{account}", world.bystander().id());
          case "askToTalk", "getRequest", "withdrawRequest", "answerRequest" ->
              path.replace("{id}", world.bystander().id());
          case "reportPerson" ->
              path.replace("{id}", world.bystander().id())
                  .replace("{report}", UUID.randomUUID().toString());
          case "getPersonProfile" -> path.replace("{id}", world.somebody().id());
          case "getPersonPicture" ->
              path.replace("{id}", world.somebody().id())
                  .replace("{picture}", world.personPicture());
          case "listPeoplePictures" -> path + "?id=" + world.somebody().id();
          case "getUser" -> path.replace("{user}", world.somebody().username());
          case "removePasskey" -> path.replace("{passkey}", world.somebody().id());
          case "putRecoveryMethod", "removeRecoveryMethod" ->
              path.replace("{id}", world.somebody().id());
          case "listKeyLogEntries" -> path.replace("{id}", UUID.randomUUID().toString());
          case "unlinkIdentity" -> path.replace("{identity}", world.somebody().id());
          case "unlinkWallet" -> path.replace("{address}", world.nobodysWallet());
          case "revokeInviteLink" -> path.replace("{link}", world.link());
          case "cancelScheduledMessage" -> path.replace("{message}", world.scheduled());
          case "listReceipts", "getCommit" -> path.replace("{seq}", world.message());
          default -> path;
        };
    if (path.contains("{groupId}")) {
      path = path.replace("{groupId}", world.group());
    }
    path =
        path.replace("{account}", world.somebody().id())
            .replace("{member}", world.somebody().username());
    assertThat(path).as("the path of " + operation.id()).doesNotContain("{");
    Function<AccessWorld, String> query = QUERIES.get(operation.id());
    return query == null ? path : path + "?" + query.apply(world);
  }

  private static String address() {
    return new BigInteger(60, RANDOM).toString(36) + "@mail.example.org";
  }

  /** The table has a column for each kind of caller, and no other. */
  @Test
  void theTableHasAColumnForEachKindOfCaller() {
    Set<String> columns =
        Arrays.stream(Caller.values())
            .map(Caller::column)
            .collect(Collectors.toCollection(LinkedHashSet::new));

    assertThat(AccessTable.rows())
        .allSatisfy(row -> assertThat(row.statuses().keySet()).isEqualTo(columns));
  }
}
