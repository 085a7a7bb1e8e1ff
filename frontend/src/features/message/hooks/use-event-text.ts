import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { lifetime } from '@/lib/format/time';
import type { GroupEvent } from '@/lib/group/group-event';

/** Beyond these, people of whom one line tells are only counted. */
const NAMED = 3;

interface Happened {
  event: GroupEvent;
  by: string;
  /** Those whom it is about, when it happened to several in a row. */
  people: readonly string[];
}

/**
 * Says in one sentence what happened to a group.
 *
 * @param nameOf how somebody is called; undefined when nobody here knows
 */
export function useEventText(
  account: string,
  nameOf: (account: string) => string | undefined,
): (happened: Happened) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    ({ event, by, people }) => {
      const unknown = t('chats.unknown');
      const actor = by === account ? t('messages.you') : (nameOf(by) ?? unknown);
      const named = (id: string, you = t('event.you')) =>
        id === account ? you : (nameOf(id) ?? unknown);
      const list = (ids: readonly string[], first = t('event.you')) => {
        const rest = ids.length - NAMED;
        const names = ids
          .slice(0, rest > 1 ? NAMED : ids.length)
          .map((id, index) => named(id, index === 0 ? first : undefined));
        return new Intl.ListFormat(i18n.language).format(
          rest > 1 ? [...names, t('event.others', { count: rest })] : names,
        );
      };
      switch (event.type) {
        case 'created':
          return t('event.created', { actor });
        case 'renamed':
          return t('event.renamed', { actor, name: event.name });
        case 'described':
          return event.description === ''
            ? t('event.undescribed', { actor })
            : t('event.described', { actor });
        case 'pictured':
          return t(event.picture === undefined ? 'event.unpictured' : 'event.pictured', { actor });
        case 'settings': {
          const { posting, disappearing } = event.settings;
          if (Object.keys(event.settings).length === 1 && posting !== undefined) {
            return t(`event.posting.${posting === 'admins' ? 'admins' : 'members'}`, { actor });
          }
          if (Object.keys(event.settings).length === 1 && typeof disappearing === 'number') {
            return disappearing === 0
              ? t('event.lasting', { actor })
              : t('event.disappearing', {
                  actor,
                  time: lifetime(disappearing, i18n.language, 'long'),
                });
          }
          return t('event.rules', { actor });
        }
        case 'joined':
          if (event.how === 'link' || event.how === 'listing') {
            const came = list(people, t('messages.you'));
            return event.how === 'link'
              ? t('event.joined', { people: came })
              : t('event.found', { people: came });
          }
          return event.how === 'request'
            ? t('event.letIn', { actor, people: list(people) })
            : t('event.added', { actor, people: list(people) });
        case 'left':
          return event.deleted ? t('event.vanished') : t('event.left', { actor });
        case 'removed':
          return event.banned
            ? t('event.banned', { actor, person: named(event.account) })
            : t('event.removed', { actor, person: named(event.account) });
        case 'unbanned':
          return t('event.unbanned', { actor, person: named(event.account) });
        case 'role':
          return event.account === by
            ? t('event.steppedDown', { actor })
            : t(`event.role.${event.role}`, { actor, person: named(event.account) });
        case 'deleted':
          return t('event.deleted', { actor });
      }
    },
    [account, i18n.language, nameOf, t],
  );
}
