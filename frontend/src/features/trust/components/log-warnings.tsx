import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { exactTime } from '@/lib/format/time';
import type { LogWarning } from '@/lib/trust/key-log';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useLogWarnings } from '../hooks/use-trust';

/** What the log of keys tells that a person has to know, above everything else. */
export function LogWarnings() {
  const { warnings, dismiss } = useLogWarnings();
  // One after the other: what cannot be dismissed comes first.
  const [first] = warnings;
  return first === undefined ? null : (
    <div className="p-3">
      <Warning warning={first} onDismiss={() => dismiss(first.id)} />
    </div>
  );
}

interface WarningProps {
  warning: LogWarning;
  onDismiss: () => void;
}

function Warning({ warning, onDismiss }: WarningProps) {
  const { t, i18n } = useTranslation();
  if (warning.why === 'fork') {
    return (
      <Notice tone="danger" title={t('trust.fork')}>
        {t('trust.forkDetail')}
      </Notice>
    );
  }
  const when = 'at' in warning ? exactTime(new Date(warning.at), i18n.language) : '';
  return (
    <Notice
      tone="caution"
      title={t(`trust.log.${warning.why}.title`)}
      action={
        <div className="flex flex-wrap items-center gap-3">
          <Button look="secondary" onClick={onDismiss}>
            {t(`trust.log.${warning.why}.known`)}
          </Button>
          {warning.why !== 'unlogged' && (
            <Link
              to="/settings"
              className="inline-flex min-h-11 items-center underline underline-offset-2"
            >
              {t('trust.toDevices')}
            </Link>
          )}
        </div>
      }
    >
      {t(`trust.log.${warning.why}.detail`, { when })}
    </Notice>
  );
}
