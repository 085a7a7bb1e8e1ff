import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { QrCode } from '@/components/ui/qr-code';
import { Spinner } from '@/components/ui/spinner';

/** A code for the wallet on a phone: read by its camera, or opened where the wallet is. */
export function PairingCode({ code }: { code: string }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col items-center gap-4 text-center">
      <p role="status" className="text-base text-pretty">
        {t('wallet.scan')}
      </p>
      <a
        href={code}
        className="inline-flex min-h-11 w-full items-center justify-center rounded-xl bg-accent px-4 py-2 text-base font-semibold text-on-accent transition-colors duration-150 hover:bg-accent-hover sm:hidden"
      >
        {t('wallet.openApp')}
      </a>
      <QrCode text={code} label={t('wallet.code')} />
      <div className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2">
        <span className="inline-flex items-center gap-2 text-sm text-muted">
          <Spinner />
          {t('wallet.waitingScan')}
        </span>
        <Button
          look="quiet"
          onClick={() => void copyText(code, t('wallet.copied'), t('wallet.notCopied'))}
        >
          <Copy aria-hidden className="size-4.5" />
          {t('wallet.copy')}
        </Button>
      </div>
    </div>
  );
}
