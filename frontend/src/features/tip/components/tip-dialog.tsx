import { useMutation } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import type { PromisedTip } from '@/lib/api/types';
import { formatAbout, formatAmount, parseAmount } from '@/lib/tip/amount';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast-store';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { WalletList } from '../../identity/components/wallet-list';
import { askFaucet } from '../api/ask-faucet';
import { useChains } from '../hooks/use-chains';
import { useTip, type TipStep } from '../hooks/use-tip';
import { findOffer, offersOf, type Offer } from '../offer';
import { AssetField } from './asset-field';
import { TipWait } from './tip-wait';
import { WalletName, WholeWallet } from './wallet-address';

interface TipDialogProps {
  conversation: string;
  /** Who can be tipped: one, or the members of a group. */
  people: readonly { id: string; username: string }[];
  /** What is given, when that was said before. */
  wish?: TipWish;
  onClose: () => void;
}

/** What a request asks of one person. */
export interface TipWish {
  recipient: string;
  chain: number;
  token?: string | undefined;
  /** Where the request says that it goes. */
  address: string;
  /** In the smallest units. */
  amount: string;
  /** The entry that asks. */
  seq: number;
}

/** Gives a tip: how much of what, then all that is going to happen, then the wallet. */
export function TipDialog({ conversation, people, wish, onClose }: TipDialogProps) {
  const { t } = useTranslation();
  const tip = useTip(conversation);
  const offers = offersOf(useChains());
  const [recipient, setRecipient] = useState(wish?.recipient ?? people[0]?.id ?? '');
  const [picked, setPicked] = useState('');
  const [amount, setAmount] = useState('');
  const [isAsked, setAsked] = useState(false);
  const offer =
    wish === undefined
      ? (offers.find(({ key }) => key === picked) ?? offers[0])
      : findOffer(offers, wish.chain, wish.token);
  const name = people.find(({ id }) => id === recipient)?.username ?? t('chats.unknown');
  const { state } = tip;
  const close = () => {
    if (state.step === 'review') {
      // Nothing was paid: whom it was for need not wait until it expires.
      tip.back(state.promised).catch(() => toast(t('tip.notTakenBack'), 'failed'));
    }
    onClose();
  };
  if (state.step === 'done') {
    return (
      <Dialog isOpen onClose={onClose} title={t('tip.sentTitle')}>
        <p className="mb-5 text-pretty text-muted">{t('tip.sentDetail')}</p>
        <Button isWide onClick={onClose}>
          {t('tip.close')}
        </Button>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onClose={close} title={t('tip.title', { name })}>
      {offer === undefined ? (
        <p className="text-muted">{t('tip.nowhere')}</p>
      ) : state.step === 'write' || state.step === 'promising' ? (
        <TipForm
          state={state}
          asked={wish}
          people={people}
          recipient={recipient}
          offers={offers}
          offer={offer}
          amount={amount}
          isAsked={isAsked}
          onRecipient={setRecipient}
          onOffer={setPicked}
          onAmount={setAmount}
          onSubmit={() => {
            setAsked(true);
            const units =
              wish === undefined ? parseAmount(amount, offer.token.decimals) : BigInt(wish.amount);
            if (typeof units === 'bigint') {
              const { address } = offer.token;
              void tip.promise({
                recipient,
                chain: offer.chain.id,
                amount: units.toString(),
                ...(address === undefined ? {} : { token: address }),
                ...(wish === undefined ? {} : { request: wish.seq }),
              });
            }
          }}
        />
      ) : (
        <TipReview offer={offer} name={name} tip={tip} state={state} expected={wish?.address} />
      )}
    </Dialog>
  );
}

interface TipFormProps {
  state: TipStep;
  /** Nothing of it can be changed. */
  asked: TipWish | undefined;
  people: TipDialogProps['people'];
  recipient: string;
  offers: readonly Offer[];
  offer: Offer;
  amount: string;
  isAsked: boolean;
  onRecipient: (id: string) => void;
  onOffer: (key: string) => void;
  onAmount: (text: string) => void;
  onSubmit: () => void;
}

function TipForm(props: TipFormProps) {
  const { state, asked, people, recipient, offers, offer, amount, isAsked } = props;
  const { onRecipient, onOffer, onAmount, onSubmit } = props;
  const { t } = useTranslation();
  const units = parseAmount(amount, offer.token.decimals);
  const fault = typeof units === 'string' && isAsked ? units : undefined;
  const faucet = useMutation({
    mutationFn: () => askFaucet(offer.chain.id),
    onSuccess: () => toast(t('tip.faucetDone')),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      {asked !== undefined && (
        <dl className="rounded-xl bg-hover p-4">
          <dt className="text-sm text-muted">{t('tip.request.asked')}</dt>
          <dd className="text-xl font-semibold wrap-anywhere">
            {formatAmount(BigInt(asked.amount), offer.token.decimals)} {offer.token.symbol}
          </dd>
          <dd className="text-sm text-muted">{offer.chain.name}</dd>
        </dl>
      )}
      {asked === undefined && people.length > 1 && (
        <SelectField
          label={t('tip.recipient')}
          value={recipient}
          onChange={({ target }) => onRecipient(target.value)}
        >
          {people.map(({ id, username }) => (
            <option key={id} value={id}>
              {username}
            </option>
          ))}
        </SelectField>
      )}
      {asked === undefined && (
        <>
          <TextField
            label={t('tip.amount')}
            inputMode="decimal"
            autoComplete="off"
            value={amount}
            trailing={<span className="px-3 text-sm font-semibold">{offer.token.symbol}</span>}
            onChange={({ target }) => onAmount(target.value)}
            {...(fault === undefined
              ? {}
              : { error: t(`tip.amountFault.${fault}`, { count: offer.token.decimals }) })}
          />
          <AssetField offers={offers} picked={offer.key} onPick={onOffer} />
        </>
      )}
      {state.step === 'write' && state.error !== undefined && <TipProblem error={state.error} />}
      {faucet.error !== null && <TipProblem error={faucet.error} />}
      <Button type="submit" isWide isBusy={state.step === 'promising'}>
        {t('tip.next')}
      </Button>
      {offer.chain.faucet && (
        <Button look="secondary" isWide isBusy={faucet.isPending} onClick={() => faucet.mutate()}>
          {t('tip.faucet')}
        </Button>
      )}
    </form>
  );
}

interface TipReviewProps {
  offer: Offer;
  name: string;
  tip: ReturnType<typeof useTip>;
  /** Where the request says that it goes; undefined when nobody asked. */
  expected: string | undefined;
  state: Exclude<TipStep, { step: 'write' | 'promising' | 'done' }>;
}

/** All that is going to happen, before the wallet opens. */
function TipReview({ offer, name, tip, state, expected }: TipReviewProps) {
  const { t } = useTranslation();
  const { promised } = state;
  const { chain, token } = offer;
  const { currency } = chain;
  // What was asked for came by the conversation; what is promised comes from the server.
  const isElsewhere =
    expected !== undefined && expected.toLowerCase() !== promised.tip.address.toLowerCase();
  const facts: [string, string][] = [
    [
      t('tip.amount'),
      `${formatAmount(BigInt(promised.tip.amount), token.decimals)} ${token.symbol}`,
    ],
    [t('tip.network'), chain.name],
    [
      t('tip.fee'),
      promised.fee === undefined
        ? t('tip.feeUnknown')
        : t('tip.feeAbout', {
            amount: `${formatAbout(BigInt(promised.fee), currency.decimals)} ${currency.symbol}`,
          }),
    ],
  ];
  return (
    <div className="space-y-4">
      <dl className="space-y-2 rounded-xl bg-hover p-4 text-sm">
        {facts.map(([label, value]) => (
          <div key={label} className="flex justify-between gap-4">
            <dt className="text-muted">{label}</dt>
            <dd className="text-end font-semibold wrap-anywhere">{value}</dd>
          </div>
        ))}
        <div>
          <dt className="text-muted">{t('tip.address', { name })}</dt>
          <dd>
            <WalletName address={promised.tip.address} />
            <WholeWallet address={promised.tip.address} />
          </dd>
        </div>
      </dl>
      {isElsewhere && (
        <Notice tone="danger" title={t('tip.request.elsewhere')}>
          {t('tip.request.elsewhereDetail', { name })}
        </Notice>
      )}
      {!isCovered(promised) && (
        <Notice tone="caution" title={t('tip.tooLittle')}>
          {t('tip.tooLittleDetail')}
        </Notice>
      )}
      {state.step === 'review' && state.refusal !== undefined && (
        <Notice tone="caution" title={t(`tip.refusal.${state.refusal}`)}>
          {t('tip.refusalDetail')}
        </Notice>
      )}
      {state.step === 'claiming' && state.error !== undefined ? (
        <>
          <TipProblem error={state.error} />
          <p className="font-mono text-sm break-all">{state.sent.hash}</p>
          <Button isWide onClick={() => void tip.claim(promised, state.sent)}>
            {t('app.retry')}
          </Button>
        </>
      ) : state.step === 'unclear' ? (
        <>
          <Notice tone="caution" title={t(`tip.calls.doubt.${state.doubt}`)}>
            {t('tip.calls.look')}
          </Notice>
          {tip.askAgain !== undefined && (
            <Button isWide onClick={tip.askAgain}>
              {t('tip.calls.again')}
            </Button>
          )}
        </>
      ) : state.step === 'unclaimed' ? (
        <>
          <TipProblem error={state.error} />
          {tip.askAgain !== undefined && (
            <Button isWide onClick={tip.askAgain}>
              {t('app.retry')}
            </Button>
          )}
        </>
      ) : state.step === 'review' ? (
        <>
          <p className="flex gap-2.5 text-sm text-muted">
            <ShieldCheck aria-hidden className="mt-0.5 size-4.5 shrink-0" />
            {t('tip.promise')}
          </p>
          {!isElsewhere && (
            <WalletList
              chain={chain.id}
              label={(wallet) => t('tip.payWith', { wallet })}
              onChoose={(wallet) => void tip.pay(promised, chain, wallet)}
            />
          )}
          <Button
            look="secondary"
            isWide
            onClick={() =>
              void tip.back(promised).catch(() => toast(t('tip.notTakenBack'), 'failed'))
            }
          >
            {t('app.back')}
          </Button>
        </>
      ) : (
        <TipWait state={state} />
      )}
    </div>
  );
}

/** Whether a wallet has what it needs, as far as a node says; where it says nothing, it may have. */
function isCovered({ tip, fee, funds }: PromisedTip): boolean {
  const amount = BigInt(tip.amount);
  const cost = BigInt(fee ?? '0');
  return (
    funds.length === 0 ||
    funds.some(({ asset, currency }) =>
      tip.token === undefined
        ? BigInt(currency) >= amount + cost
        : BigInt(asset) >= amount && BigInt(currency) >= cost,
    )
  );
}

const KNOWN = {
  'payer-wallet-needed': 'tip.problem.payerWallet',
  'recipient-wallet-needed': 'tip.problem.recipientWallet',
  'people-apart': 'tip.problem.apart',
  'transaction-refused': 'tip.problem.refused',
  'tip-over': 'tip.problem.over',
  'request-paid': 'tip.problem.requestPaid',
  'tip-limit-exceeded': 'tip.problem.limit',
} as const;

function TipProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const slug = error instanceof ApiProblem ? error.slug : '';
  const words = slug in KNOWN ? KNOWN[slug as keyof typeof KNOWN] : undefined;
  return words === undefined ? (
    <ProblemNotice error={error} />
  ) : (
    <Notice tone="danger" title={t(words)} />
  );
}
