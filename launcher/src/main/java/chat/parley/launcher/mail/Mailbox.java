package chat.parley.launcher.mail;

import java.util.List;

/** The caught mails, in the order in which they came. */
interface Mailbox {
  List<CaughtMail> mails();

  void clear();
}
