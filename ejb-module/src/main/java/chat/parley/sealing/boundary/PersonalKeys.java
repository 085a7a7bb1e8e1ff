package chat.parley.sealing.boundary;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import chat.parley.platform.AccountId;
import chat.parley.sealing.control.PersonalKeyRows;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

/** The end of the keys under which {@link chat.parley.sealing.PersonalSealer} seals. */
@Stateless
@TransactionAttribute(MANDATORY)
public class PersonalKeys {

  @Inject private PersonalKeyRows rows;

  /**
   * Destroys the key of a person, from the caller's commit on: what it sealed opens no more, and
   * nothing is sealed for this person ever again. An instance that has used the key within {@link
   * chat.parley.platform.Limits#PERSONAL_KEY_IN_MIND} knows it for that long.
   */
  public void destroy(AccountId person) {
    rows.destroy(person);
  }
}
