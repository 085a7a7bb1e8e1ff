import { Ban, CircleAlert, CircleCheckBig, Hourglass, Undo2 } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Tip } from '@/lib/api/types';
import { cx } from '@/components/cx';

/** How far a tip has come, as an entry of the log or the server says it. */
interface Progress {
  state: Tip['state'];
  fault?: string | undefined;
  confirmations: number;
  needed: number;
}

type Look = 'waiting' | 'done' | 'over' | 'wrong';

const LOOKS: Record<Tip['state'], Look> = {
  intent: 'waiting',
  submitted: 'waiting',
  included: 'waiting',
  confirming: 'waiting',
  final: 'done',
  replaced: 'over',
  failed: 'wrong',
  reorged: 'waiting',
  expired: 'over',
  cancelled: 'over',
};

const TONES: Record<Look, string> = {
  waiting: 'text-caution',
  done: 'text-accent-text',
  over: 'text-muted',
  wrong: 'text-danger',
};

/** Whether it will never be paid any more. */
export function isUnpaid(state: Tip['state']): boolean {
  return LOOKS[state] === 'over' || LOOKS[state] === 'wrong';
}

/** How far a tip has come, with a picture and in words. */
export function TipState({ progress, className }: { progress: Progress; className?: string }) {
  const { t } = useTranslation();
  const look = LOOKS[progress.state];
  return (
    <span className={cx('flex items-start gap-2 text-sm', TONES[look], className)}>
      <StateIcon state={progress.state} look={look} />
      <span className="min-w-0 flex-1">{tipWords(progress, t)}</span>
    </span>
  );
}

function StateIcon({ state, look }: { state: Tip['state']; look: Look }) {
  const Icon =
    state === 'reorged'
      ? Undo2
      : { waiting: Hourglass, done: CircleCheckBig, over: Ban, wrong: CircleAlert }[look];
  return <Icon aria-hidden className="mt-px size-4.5 shrink-0" />;
}

/** How far a tip has come, in words. */
export function tipWords(tip: Progress, t: TFunction): string {
  const { state, confirmations, needed } = tip;
  if (state === 'confirming') {
    return needed > 0
      ? t('tip.state.confirming', { confirmations, needed })
      : t('tip.state.confirmingOpen', { count: confirmations });
  }
  if (state === 'failed') {
    const faults: Record<string, string> = {
      'foreign-sender': t('tip.fault.sender'),
      'wrong-recipient': t('tip.fault.recipient'),
      'wrong-amount': t('tip.fault.amount'),
      'wrong-token': t('tip.fault.token'),
      ambiguous: t('tip.fault.ambiguous'),
      'too-early': t('tip.fault.early'),
      'too-late': t('tip.fault.late'),
      reverted: t('tip.fault.reverted'),
      'already-used': t('tip.fault.used'),
    };
    return faults[tip.fault ?? ''] ?? t('tip.fault.other');
  }
  return t(`tip.state.${state}`);
}
