import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast-store';
import { useContactNews } from '../hooks/use-renew-contacts';
import { useReceived } from '../hooks/use-standing';

/** Tells in passing that somebody asks to talk, wherever in the app one is. */
export function RequestAnnouncer() {
  const { t } = useTranslation();
  const received = useReceived();
  const known = useRef<ReadonlySet<string>>(undefined);
  useContactNews();
  useEffect(() => {
    if (received !== undefined) {
      const before = known.current;
      received
        .filter(({ person }) => before?.has(person.id) === false)
        .forEach(({ person }) =>
          toast(t('requests.arrived', { name: person.displayName ?? person.username })),
        );
      known.current = new Set(received.map(({ person }) => person.id));
    }
  }, [received, t]);
  return null;
}
