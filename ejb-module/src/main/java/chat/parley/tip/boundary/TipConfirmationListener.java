package chat.parley.tip.boundary;

import chat.parley.budget.OutOfBudget;
import chat.parley.budget.Spender;
import chat.parley.budget.boundary.Budgets;
import chat.parley.ethereum.Chain;
import chat.parley.ethereum.boundary.Chains;
import chat.parley.jms.Destinations;
import chat.parley.platform.Limits;
import chat.parley.platform.boundary.Resources;
import chat.parley.tip.TipLog;
import chat.parley.tip.control.Outcome;
import chat.parley.tip.control.TipJob;
import chat.parley.tip.control.TipRow;
import chat.parley.tip.control.TipWatch;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.util.Optional;

/**
 * Does the jobs of {@value Destinations#TIP_CONFIRMATION}: looks at a tip, and leaves the next job
 * in the transaction that writes what it saw. A job that comes twice, or late, does nothing.
 * Outside a transaction: a node may take its time. While no budget is left for questions, tips stay
 * as they are.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "resourceAdapter",
          propertyValue = Resources.ADAPTER),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destination",
          propertyValue = Destinations.TIP_CONFIRMATION),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TipConfirmationListener implements MessageListener {

  @EJB private TipTransactions transactions;
  @Inject private Chains chains;
  @Inject private TipWatch watch;
  @Inject private Budgets budgets;

  @Override
  public void onMessage(Message message) {
    try {
      if (!(message instanceof TextMessage text)) {
        TipLog.LOG.poison();
        return;
      }
      look(TipJob.parse(text.getText()));
    } catch (TipJob.Unreadable e) {
      // Delivering it again would not make it ours.
      TipLog.LOG.poison();
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }
  }

  private void look(TipJob job) {
    TipRow tip =
        transactions
            .find(job.tip())
            .filter(found -> !found.view().settled() && found.look() == job.look())
            .orElse(null);
    if (tip == null) {
      return;
    }
    if (tip.view().hash() == null) {
      transactions.expire(tip);
      return;
    }
    Optional<Chain> chain = chains.find(tip.view().chain());
    if (chain.isEmpty()) {
      TipLog.LOG.chainGone(tip.view().chain(), tip.view().id().toString());
      transactions.later(tip, Limits.TIP_LOOK_MAX);
      return;
    }
    Optional<Outcome> outcome = outcome(tip, chain.get());
    if (outcome.isPresent()) {
      transactions.apply(tip, chain.get(), outcome.get());
    } else {
      transactions.later(tip, chain.get().blockTime());
    }
  }

  private Optional<Outcome> outcome(TipRow tip, Chain chain) {
    try {
      return budgets.inNameOf(Spender.promised(tip.view().payer()), () -> watch.look(tip, chain));
    } catch (OutOfBudget unasked) {
      return Optional.empty();
    }
  }
}
