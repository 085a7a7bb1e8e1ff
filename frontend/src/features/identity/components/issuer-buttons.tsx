import { LogIn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Configuration } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { useIssuerVisit } from '../hooks/use-issuer-visit';
import { useIssuers } from '../hooks/use-issuers';
import type { IssuerErrand } from '../issuer-errand';
import { IssuerProblem } from './issuer-problem';

interface IssuerButtonsProps {
  errand: IssuerErrand;
  /** Which of them; without it, all. */
  issuers?: Configuration['issuers'];
  /** What a button says; without it, that one goes on with the issuer. */
  label?: (name: string) => string;
}

/** A button for each issuer that people may sign in with. */
export function IssuerButtons({ errand, issuers, label }: IssuerButtonsProps) {
  const { t } = useTranslation();
  const all = useIssuers();
  const visit = useIssuerVisit(errand);
  return (
    <div className="mt-2.5 space-y-2.5 empty:hidden">
      {(issuers ?? all).map((issuer) => (
        <Button
          key={issuer.name}
          look="secondary"
          isWide
          className="min-h-14"
          // The browser is on its way until it has left.
          isBusy={(visit.isPending || visit.isSuccess) && visit.variables === issuer.name}
          onClick={() => visit.mutate(issuer.name)}
        >
          <LogIn aria-hidden className="size-5.5 shrink-0 text-accent-text" />
          <span className="wrap-anywhere">
            {label?.(issuer.label) ?? t('issuer.continue', { issuer: issuer.label })}
          </span>
        </Button>
      ))}
      {visit.isError && <IssuerProblem error={visit.error} />}
    </div>
  );
}
