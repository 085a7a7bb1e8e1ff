import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount, parseAmount } from '@/lib/tip/amount';
import {
  equalShares,
  LONGEST_WORDS,
  MOST_SHARES,
  type PaymentRequest,
} from '@/lib/tip/payment-request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { TextField } from '@/components/ui/text-field';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { tipWalletQuery } from '../api/tip-wallet';
import { useChains } from '../hooks/use-chains';
import { offersOf } from '../offer';
import { AssetField } from './asset-field';

interface AskDialogProps {
  account: string;
  /** Who can be asked: one, or the other members of a group. */
  people: readonly { id: string; username: string }[];
  onAsk: (request: PaymentRequest, text: string) => void;
  onClose: () => void;
}

/** Asks somebody for a payment, or several people for equal parts of one. */
export function AskDialog(props: AskDialogProps) {
  const { t } = useTranslation();
  const wallet = useQuery(tipWalletQuery);
  return (
    <Dialog isOpen onClose={props.onClose} title={t('tip.request.give')}>
      {wallet.isPending ? (
        <Spinner className="size-5" />
      ) : wallet.isError ? (
        <ProblemNotice error={wallet.error} />
      ) : wallet.data.address === undefined ? (
        <Notice tone="info" title={t('tip.request.walletNeeded')} />
      ) : (
        <AskForm {...props} address={wallet.data.address} />
      )}
    </Dialog>
  );
}

function AskForm(props: AskDialogProps & { address: string }) {
  const { account, people, address, onAsk, onClose } = props;
  const { t } = useTranslation();
  const offers = offersOf(useChains());
  const isSplit = people.length > 1;
  const [picked, setPicked] = useState('');
  const [amount, setAmount] = useState('');
  const [words, setWords] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [sharesToo, setSharesToo] = useState(isSplit);
  const [isAsked, setAsked] = useState(false);
  const offer = offers.find(({ key }) => key === picked) ?? offers[0];
  const asked = people.filter(({ id }) => !left.has(id)).slice(0, MOST_SHARES);
  if (offer === undefined) {
    return <p className="text-muted">{t('tip.nowhere')}</p>;
  }
  const { token, chain } = offer;
  const units = parseAmount(amount, token.decimals);
  const hasSelf = isSplit && sharesToo;
  // Whoever asks is the first: what cannot be divided is his, as far as it goes.
  const parts =
    typeof units === 'bigint' ? equalShares(units, asked.length + (hasSelf ? 1 : 0)) : [];
  const shares = asked.map(({ id, username }, at) => ({
    account: id,
    username,
    units: parts[at + (hasSelf ? 1 : 0)] ?? 0n,
  }));
  const show = (value: bigint) => `${formatAmount(value, token.decimals)} ${token.symbol}`;
  const isTooSmall = typeof units === 'bigint' && shares.some((share) => share.units === 0n);
  const fault = typeof units === 'string' ? units : isTooSmall ? 'zero' : undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (fault !== undefined || typeof units !== 'bigint' || shares.length === 0) {
      return;
    }
    const request: PaymentRequest = {
      chain: chain.id,
      ...(token.address === undefined ? {} : { token: token.address }),
      address,
      ...(words.trim() === '' ? {} : { words: words.trim() }),
      shares: shares.map((share) => ({ account: share.account, amount: share.units.toString() })),
    };
    const said = t(isSplit ? 'tip.request.textShared' : 'tip.request.text', {
      amount: show(units),
      chain: chain.name,
    });
    onAsk(request, words.trim() === '' ? said : `${said}: ${words.trim()}`);
    onClose();
  };
  const toggle = (id: string) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(id)) {
        after.add(id);
      }
      return after;
    });
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <TextField
        label={isSplit ? t('tip.request.total') : t('tip.amount')}
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        trailing={<span className="px-3 text-sm font-semibold">{token.symbol}</span>}
        onChange={({ target }) => setAmount(target.value)}
        {...(fault === undefined || !isAsked
          ? {}
          : { error: t(`tip.amountFault.${fault}`, { count: token.decimals }) })}
      />
      <AssetField offers={offers} picked={offer.key} onPick={setPicked} />
      <TextField
        label={t('tip.request.words')}
        autoComplete="off"
        maxLength={LONGEST_WORDS}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {isSplit && (
        <fieldset>
          <legend className="mb-1.5 text-sm font-semibold">{t('tip.request.who')}</legend>
          <ul className="max-h-52 overflow-y-auto rounded-xl border border-line">
            <Payer
              name={t('tip.request.self')}
              isChosen={sharesToo}
              amount={hasSelf && parts[0] !== undefined ? show(parts[0]) : undefined}
              onToggle={() => setSharesToo(!sharesToo)}
            />
            {people.map(({ id, username }) => {
              const part = shares.find((share) => share.account === id)?.units;
              return (
                <Payer
                  key={id}
                  name={username}
                  isChosen={part !== undefined}
                  amount={part === undefined || typeof units !== 'bigint' ? undefined : show(part)}
                  onToggle={() => toggle(id)}
                />
              );
            })}
          </ul>
          {isAsked && shares.length === 0 && (
            <p role="alert" className="mt-1.5 text-sm text-danger">
              {t('tip.request.nobody')}
            </p>
          )}
        </fieldset>
      )}
      <p className="text-sm text-muted">
        {t('tip.request.goesTo')} <span className="font-mono text-xs break-all">{address}</span>
      </p>
      <Button type="submit" isWide disabled={account === ''}>
        {t('tip.request.send')}
      </Button>
    </form>
  );
}

interface PayerProps {
  name: string;
  isChosen: boolean;
  /** His part, once it is known. */
  amount: string | undefined;
  onToggle: () => void;
}

function Payer({ name, isChosen, amount, onToggle }: PayerProps) {
  return (
    <li>
      <label className="flex min-h-11 items-center gap-3 px-3 hover:bg-hover">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={onToggle}
          className="size-5 shrink-0 accent-accent"
        />
        <span className="min-w-0 flex-1 wrap-anywhere">{name}</span>
        {amount !== undefined && <span className="text-sm font-semibold">{amount}</span>}
      </label>
    </li>
  );
}
