import { BadgeCheck, MessageCircleQuestion, ServerCog } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PaymentChain } from '@/lib/api/types';
import type { OwnWord } from '@/lib/tip/own-word';
import type { TipFacts } from '@/lib/tip/tip-entry';
import { cx } from '@/components/cx';
import { Notice } from '@/components/ui/notice';
import { useOwnWord } from '../hooks/use-own-word';

/** By whose word a tip is true. */
type Proof = 'own' | 'server' | 'claimed';

const ICONS = { own: BadgeCheck, server: ServerCog, claimed: MessageCircleQuestion };

/** States in which somebody says that a tip is paid. */
const SAID_PAID: readonly TipFacts['state'][] = ['submitted', 'included', 'confirming', 'reorged'];

function proofOf(tip: TipFacts, word: OwnWord): Proof | undefined {
  if (tip.state === 'final') {
    return word.says === 'paid' ? 'own' : 'server';
  }
  return SAID_PAID.includes(tip.state) ? 'claimed' : undefined;
}

/** Who has looked whether a tip is paid, and what that means; a warning where one's own wallet says otherwise. */
export function TipProof({ tip, chain }: { tip: TipFacts; chain: PaymentChain | undefined }) {
  const { t } = useTranslation();
  const word = useOwnWord(tip, chain);
  const proof = proofOf(tip, word);
  if (proof === undefined) {
    return null;
  }
  if (word.says === 'otherwise') {
    return (
      <div className="mt-3" data-proof="otherwise">
        <Notice tone="danger" title={t('tip.proof.otherwise')}>
          {t(`tip.proof.why.${word.why}`)} {t('tip.proof.otherwiseDetail')}
        </Notice>
      </div>
    );
  }
  const Icon = ICONS[proof];
  return (
    <details className="mt-2 text-sm" data-proof={proof}>
      <summary
        className={cx(
          'inline-flex min-h-6 cursor-pointer items-center gap-1.5 rounded-md font-semibold underline decoration-dotted underline-offset-4',
          proof === 'own' ? 'text-accent-text' : 'text-muted',
        )}
      >
        <Icon aria-hidden className="size-4.5 shrink-0" />
        {t(`tip.proof.${proof}`)}
      </summary>
      <p className="mt-1.5 text-pretty text-muted">
        {t(`tip.proof.${proof}Detail`)}
        {proof === 'server' && ` ${t(word.says === 'soon' ? 'tip.proof.soon' : 'tip.proof.how')}`}
      </p>
    </details>
  );
}
