package chat.parley.identity;

import chat.parley.platform.AccountId;
import chat.parley.platform.OperatorLine;
import chat.parley.platform.OperatorLog;
import java.lang.System.Logger.Level;

/** What identity tells operators. */
public interface IdentityLog {

  IdentityLog LOG = OperatorLog.of(IdentityLog.class);

  @OperatorLine(
      code = 1300,
      level = Level.WARNING,
      text = "A used refresh token came back for session {session} of {account}: ended.")
  void refreshTokenReused(SessionId session, AccountId account);

  @OperatorLine(
      code = 1301,
      level = Level.WARNING,
      text = "Other instances could not be told that sessions ended; they notice within a minute.")
  void revocationNotAnnounced(Throwable cause);

  @OperatorLine(
      code = 1302,
      level = Level.WARNING,
      text = "A message on parley.control is not from this installation and was ignored.")
  void foreignControlMessage(Throwable cause);

  @OperatorLine(
      code = 1303,
      level = Level.WARNING,
      text = "Expired sessions and secrets could not be removed; tried again later.")
  void cleanUpFailed(Throwable cause);

  @OperatorLine(
      code = 1304,
      level = Level.WARNING,
      text = "Too many wrong passwords for account {account}: sign-in refused for a while.")
  void tooManyAttempts(AccountId account);

  @OperatorLine(
      code = 1305,
      level = Level.DEBUG,
      text = "Removed {rows} expired sessions and secrets.")
  void cleanedUp(int rows);

  @OperatorLine(
      code = 1306,
      level = Level.WARNING,
      text = "The counter of passkey {passkey} of {account} went back: sign-in refused.")
  void passkeyCopied(PasskeyId passkey, AccountId account);

  @OperatorLine(
      code = 1307,
      level = Level.WARNING,
      text = "A step of the deletion of account {account} failed; it is tried again.")
  void erasureFailed(AccountId account, Throwable cause);

  @OperatorLine(
      code = 1308,
      level = Level.WARNING,
      text = "It cannot be looked for deletions that are not at their end; tried again.")
  void erasureWaits(Throwable cause);

  @OperatorLine(
      code = 1309,
      level = Level.WARNING,
      text = "Account {account} was deleted before this database was restored: deleted again.")
  void deletedAgain(AccountId account);

  @OperatorLine(
      code = 1310,
      level = Level.INFO,
      text = "People may sign in with {label}: issuer {address}, client {client}.")
  void issuerKnown(String label, String address, String client);

  @OperatorLine(
      code = 1311,
      level = Level.ERROR,
      text = "Sign-in with issuers cannot be set up: {reason}")
  void issuersRefused(String reason);

  @OperatorLine(
      code = 1312,
      level = Level.WARNING,
      text = "The issuer {name} does not answer ({reason}): nobody signs in with it now.")
  void issuerAway(String name, String reason);

  @OperatorLine(code = 1313, level = Level.INFO, text = "The issuer {name} answers again.")
  void issuerBack(String name);

  @OperatorLine(
      code = 1314,
      level = Level.WARNING,
      text = "What the issuer {name} answered is refused: {reason}.")
  void issuerWrong(String name, String reason);

  @OperatorLine(
      code = 1315,
      level = Level.INFO,
      text =
          "No e-mail address has to be verified here: {accounts} accounts that waited are active.")
  void newcomersActive(int accounts);
}
