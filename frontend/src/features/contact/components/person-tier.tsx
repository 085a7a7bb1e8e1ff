import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/lib/api/types';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { contactQuery } from '../api/get-contact';
import { TierLine } from './tier-line';

/** What speaks for somebody, and until when he does not want to be asked again. */
export function PersonTier({ person }: { person: Person }) {
  const { t, i18n } = useTranslation();
  const { account } = useCurrentSession();
  const { data } = useQuery({ ...contactQuery(person.id), enabled: person.id !== account.id });
  if (data === undefined) {
    return null;
  }
  return (
    <div className="text-sm text-muted">
      <p>
        <TierLine tier={data.tier} />
      </p>
      {data.again !== undefined && (
        <p>
          {t('contact.restingDetail', {
            when: new Date(data.again).toLocaleDateString(i18n.language, { dateStyle: 'long' }),
          })}
        </p>
      )}
    </div>
  );
}
