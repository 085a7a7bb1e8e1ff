import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Closed } from '../../conversation/group-standing';

/** Stands in the place of the composer when this person cannot write, and says why. */
export function ClosedNotice({ why }: { why: Closed }) {
  const { t } = useTranslation();
  return (
    <p
      role="status"
      data-closed={why}
      className="flex min-h-16 items-center justify-center gap-2.5 border-t border-line bg-panel px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] text-center text-pretty text-muted"
    >
      <Lock aria-hidden className="size-4.5 shrink-0" />
      {t(`group.closed.${why}`)}
    </p>
  );
}
