import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TipLimit } from '@/lib/api/types';
import { shortAddress } from '@/lib/format/address';
import { formatAmount, parseAmount } from '@/lib/tip/amount';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { SelectField } from '@/components/ui/select-field';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast-store';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useCredentials } from '../../identity/hooks/use-credentials';
import { setTipLimits, tipLimitsQuery } from '../api/tip-limits';
import { chooseTipWallet, showTipJar, tipWalletQuery } from '../api/tip-wallet';
import { useChains } from '../hooks/use-chains';
import { findOffer, offersOf } from '../offer';

/** Where one's tips go, and how much one lets oneself give. */
export function TipSettings() {
  return (
    <div className="divide-y divide-line">
      <TipWalletChoice />
      <JarSwitch />
      <TipLimits />
    </div>
  );
}

function TipWalletChoice() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const wallet = useQuery(tipWalletQuery);
  const wallets = (useCredentials().query.data?.items ?? []).flatMap(({ address }) =>
    address === undefined ? [] : [address],
  );
  const choosing = useMutation({
    mutationFn: chooseTipWallet,
    onSuccess: (chosen) => {
      queries.setQueryData(tipWalletQuery.queryKey, chosen);
      toast(t('tip.settings.saved'));
    },
  });
  const current = choosing.isPending ? choosing.variables : wallet.data?.address;
  return (
    <div className="space-y-3 p-4">
      {wallet.isPending ? (
        <Skeleton className="h-14" />
      ) : wallet.isError ? (
        <ProblemNotice error={wallet.error} />
      ) : current === undefined || wallets.length === 0 ? (
        <p className="text-sm text-muted">{t('tip.settings.noWallet')}</p>
      ) : (
        <SelectField
          label={t('tip.settings.wallet')}
          hint={t('tip.settings.walletHint')}
          value={current}
          onChange={({ target }) => choosing.mutate(target.value)}
        >
          {wallets.map((address) => (
            <option key={address} value={address}>
              {shortAddress(address)}
            </option>
          ))}
        </SelectField>
      )}
      {choosing.isError && <ProblemNotice error={choosing.error} />}
    </div>
  );
}

function JarSwitch() {
  const { t } = useTranslation();
  const hint = useId();
  const queries = useQueryClient();
  const wallet = useQuery(tipWalletQuery);
  const showing = useMutation({
    mutationFn: showTipJar,
    onSuccess: (shown) => {
      queries.setQueryData(tipWalletQuery.queryKey, shown);
      toast(t('tip.settings.saved'));
    },
  });
  if (wallet.data?.address === undefined) {
    return null;
  }
  return (
    <div className="space-y-3 p-4">
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          aria-describedby={hint}
          className="size-5 shrink-0 accent-accent"
          checked={showing.isPending ? showing.variables : wallet.data.jar}
          onChange={({ target }) => showing.mutate(target.checked)}
        />
        <span className="font-semibold">{t('tip.settings.jar')}</span>
      </label>
      <p id={hint} className="text-sm text-pretty text-muted">
        {t('tip.settings.jarHint')}
      </p>
      {showing.isError && <ProblemNotice error={showing.error} />}
    </div>
  );
}

function TipLimits() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const limits = useQuery(tipLimitsQuery);
  const offers = offersOf(useChains());
  const [picked, setPicked] = useState('');
  const [amount, setAmount] = useState('');
  const [isAsked, setAsked] = useState(false);
  const saving = useMutation({
    mutationFn: setTipLimits,
    onSuccess: (saved) => {
      queries.setQueryData(tipLimitsQuery.queryKey, saved);
      setAmount('');
      setAsked(false);
      toast(t('tip.settings.saved'));
    },
  });
  const offer = offers.find(({ key }) => key === picked) ?? offers[0];
  if (offer === undefined) {
    return <p className="p-4 text-sm text-muted">{t('tip.nowhere')}</p>;
  }
  if (limits.isPending) {
    return (
      <div className="p-4">
        <Skeleton className="h-14" />
      </div>
    );
  }
  if (limits.isError) {
    return (
      <div className="p-4">
        <ProblemNotice error={limits.error} />
      </div>
    );
  }
  const { items } = limits.data;
  const isOf = (limit: TipLimit) => findOffer([offer], limit.chain, limit.token) !== undefined;
  const units = parseAmount(amount, offer.token.decimals);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (typeof units === 'bigint') {
      const { address } = offer.token;
      saving.mutate([
        ...items.filter((limit) => !isOf(limit) && isKnown(limit)),
        {
          chain: offer.chain.id,
          amount: units.toString(),
          ...(address === undefined ? {} : { token: address }),
        },
      ]);
    }
  };
  const isKnown = (limit: TipLimit) => findOffer(offers, limit.chain, limit.token) !== undefined;
  return (
    <div className="space-y-4 p-4">
      <div>
        <h3 className="text-sm font-semibold">{t('tip.settings.limits')}</h3>
        <p className="text-sm text-pretty text-muted">{t('tip.settings.limitsHint')}</p>
      </div>
      {items.length > 0 && (
        <ul aria-label={t('tip.settings.limits')} className="divide-y divide-line">
          {items.map((limit) => {
            const of = findOffer(offers, limit.chain, limit.token);
            const words =
              of === undefined
                ? t('tip.settings.limitGone', { id: limit.chain })
                : t('tip.settings.limit', {
                    amount: formatAmount(BigInt(limit.amount), of.token.decimals),
                    symbol: of.token.symbol,
                    chain: of.chain.name,
                  });
            return (
              <li
                key={`${limit.chain} ${limit.token ?? ''}`}
                className="flex items-center justify-between gap-3"
              >
                <span className="min-w-0 wrap-anywhere">{words}</span>
                <IconButton
                  label={t('tip.settings.removeLimit', { limit: words })}
                  icon={<Trash2 aria-hidden className="size-4.5" />}
                  onClick={() =>
                    saving.mutate(items.filter((other) => other !== limit && isKnown(other)))
                  }
                />
              </li>
            );
          })}
        </ul>
      )}
      <form onSubmit={submit} noValidate className="space-y-3">
        <SelectField
          label={t('tip.asset')}
          value={offer.key}
          onChange={({ target }) => setPicked(target.value)}
        >
          {offers.map(({ key, chain, token }) => (
            <option key={key} value={key}>
              {t('tip.assetOn', { symbol: token.symbol, name: token.name, chain: chain.name })}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('tip.settings.most')}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          trailing={<span className="px-3 text-sm font-semibold">{offer.token.symbol}</span>}
          onChange={({ target }) => setAmount(target.value)}
          {...(typeof units === 'bigint' || !isAsked
            ? {}
            : { error: t(`tip.amountFault.${units}`, { count: offer.token.decimals }) })}
        />
        {saving.isError && <ProblemNotice error={saving.error} />}
        <Button type="submit" look="secondary" isBusy={saving.isPending}>
          {t('tip.settings.setLimit')}
        </Button>
      </form>
    </div>
  );
}
