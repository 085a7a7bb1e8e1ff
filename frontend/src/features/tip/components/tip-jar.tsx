import { HandCoins, QrCode as QrIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonProfile } from '@/lib/api/types';
import { parseAmount } from '@/lib/tip/amount';
import { paymentLink } from '@/lib/tip/payment-request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { QrCode } from '@/components/ui/qr-code';
import { TextField } from '@/components/ui/text-field';
import { useChains } from '../hooks/use-chains';
import { offersOf } from '../offer';
import { AssetField } from './asset-field';
import { WalletName, WholeWallet } from './wallet-address';

/** Where somebody takes tips from everybody who sees his profile; nothing where he shows none. */
export function TipJar({ person }: { person: PersonProfile }) {
  const { t } = useTranslation();
  const chains = useChains();
  const [isOpen, setOpen] = useState(false);
  const address = person.tipJar?.address;
  if (address === undefined || chains.length === 0) {
    return null;
  }
  const name = person.displayName ?? person.username;
  return (
    <section
      aria-label={t('tip.jar.title')}
      className="rounded-2xl border border-line bg-surface p-4"
    >
      <h2 className="flex items-center gap-2 text-sm font-semibold">
        <HandCoins aria-hidden className="size-4.5 shrink-0" />
        {t('tip.jar.title')}
      </h2>
      <p className="mt-1 text-sm text-pretty text-muted">{t('tip.jar.lead', { name })}</p>
      <div className="mt-3">
        <WalletName address={address} />
        <WholeWallet address={address} />
      </div>
      <dl className="mt-2 space-y-1 text-sm">
        {chains.map((chain) => (
          <div key={chain.id} className="flex flex-wrap gap-x-3">
            <dt className="text-muted">{chain.name}</dt>
            <dd className="font-semibold">
              {[chain.currency, ...chain.tokens].map(({ symbol }) => symbol).join(', ')}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-3">
        <Button look="secondary" onClick={() => setOpen(true)}>
          <QrIcon aria-hidden className="size-4.5" />
          {t('tip.request.code')}
        </Button>
      </div>
      {isOpen && <JarDialog name={name} address={address} onClose={() => setOpen(false)} />}
    </section>
  );
}

interface JarDialogProps {
  name: string;
  address: string;
  onClose: () => void;
}

/** A payment to a jar as any wallet reads it. */
function JarDialog({ name, address, onClose }: JarDialogProps) {
  const { t } = useTranslation();
  const offers = offersOf(useChains());
  const [picked, setPicked] = useState('');
  const [amount, setAmount] = useState('');
  const offer = offers.find(({ key }) => key === picked) ?? offers[0];
  if (offer === undefined) {
    return null;
  }
  const { chain, token } = offer;
  const units = parseAmount(amount, token.decimals);
  const fault = typeof units === 'string' && units !== 'none' ? units : undefined;
  const link = paymentLink(
    { chain: chain.id, address, ...(token.address === undefined ? {} : { token: token.address }) },
    typeof units === 'bigint' ? units.toString() : undefined,
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('tip.title', { name })}>
      <p className="mb-4 text-pretty text-muted">{t('tip.jar.codeLead')}</p>
      <div className="space-y-4">
        <AssetField offers={offers} picked={offer.key} onPick={setPicked} />
        <TextField
          label={t('tip.jar.amount')}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          trailing={<span className="px-3 text-sm font-semibold">{token.symbol}</span>}
          onChange={({ target }) => setAmount(target.value)}
          {...(fault === undefined
            ? {}
            : { error: t(`tip.amountFault.${fault}`, { count: token.decimals }) })}
        />
      </div>
      {fault === undefined && (
        <>
          <div className="mt-4 grid place-items-center">
            <QrCode text={link} label={t('tip.jar.codeLabel', { name })} />
          </div>
          <p className="mt-4 font-mono text-xs break-all text-muted">{address}</p>
          <a
            href={link}
            className="my-3 inline-flex min-h-11 items-center font-semibold text-accent-text underline"
          >
            {t('tip.request.open')}
          </a>
        </>
      )}
      <Button isWide look="secondary" onClick={onClose}>
        {t('tip.close')}
      </Button>
    </Dialog>
  );
}
