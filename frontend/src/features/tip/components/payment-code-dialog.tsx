import { useTranslation } from 'react-i18next';
import { paymentLink, type PaymentRequest, type Share } from '@/lib/tip/payment-request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { QrCode } from '@/components/ui/qr-code';

/** One share of a payment that is asked for. */
export interface PaymentCode {
  request: PaymentRequest;
  share: Share;
  /** In words. */
  amount: string;
}

interface PaymentCodeDialogProps {
  code: PaymentCode;
  onClose: () => void;
}

/** The payment as any wallet reads it, by a camera or a link. */
export function PaymentCodeDialog({ code, onClose }: PaymentCodeDialogProps) {
  const { t } = useTranslation();
  const { request, share, amount } = code;
  const link = paymentLink(request, share.amount);
  return (
    <Dialog isOpen onClose={onClose} title={t('tip.request.codeTitle', { amount })}>
      <p className="mb-4 text-pretty text-muted">{t('tip.request.codeLead')}</p>
      <div className="grid place-items-center">
        <QrCode text={link} label={t('tip.request.codeLabel', { amount })} />
      </div>
      <p className="mt-4 font-mono text-xs break-all text-muted">{request.address}</p>
      <a
        href={link}
        className="my-3 inline-flex min-h-11 items-center font-semibold text-accent-text underline"
      >
        {t('tip.request.open')}
      </a>
      <Button isWide look="secondary" onClick={onClose}>
        {t('tip.close')}
      </Button>
    </Dialog>
  );
}
