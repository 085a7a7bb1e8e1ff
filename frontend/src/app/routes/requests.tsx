import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '@/components/ui/choice';
import type { RequestBox } from '../../features/contact/api/list-requests';
import { RequestList } from '../../features/contact/components/request-list';
import { BackLink } from '../components/back-link';

const BOXES: readonly RequestBox[] = ['received', 'sent', 'ignored'];

/** The chat requests that wait. */
export function RequestsRoute() {
  const { t } = useTranslation();
  const [box, setBox] = useState<RequestBox>('received');
  return (
    <div className="relative h-full overflow-y-auto bg-canvas">
      <div className="mx-auto max-w-2xl px-4 py-4 md:py-10">
        <BackLink to="/people">{t('people.title')}</BackLink>
        <h1 className="mb-4 text-xl font-bold tracking-tight md:text-2xl">{t('requests.title')}</h1>
        <Choice
          label={t('requests.which')}
          value={box}
          onChange={setBox}
          options={BOXES.map((value) => ({ value, label: t(`requests.${value}`) }))}
        />
        <section aria-live="polite" className="mt-5">
          <RequestList box={box} />
        </section>
      </div>
    </div>
  );
}
