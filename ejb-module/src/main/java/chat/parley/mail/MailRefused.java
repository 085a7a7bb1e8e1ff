package chat.parley.mail;

/**
 * Fact: a mail server refused the address of this mail for good; nothing more is sent there for it.
 * Fired in the transaction that notes it.
 */
public record MailRefused(MailId mail) {}
