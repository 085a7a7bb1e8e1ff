import { MessageCircle, SearchX, UsersRound } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Person } from '@/lib/api/types';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchField } from '@/components/ui/search-field';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { normalUsername } from '../../identity/username';
import { useOpenConversation } from '../hooks/use-open-conversation';
import { PeopleFound } from './people-found';

/** Finds people by user name, and begins a conversation with one of them. */
export function PeopleSearch() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const prefix = useDeferredValue(normalUsername(text));
  return (
    <>
      <SearchField
        label={t('people.search')}
        value={text}
        // The person has come here to type a name.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        autoCapitalize="none"
        onChange={(event) => setText(event.target.value)}
      />
      <div className="mt-4" aria-live="polite">
        {prefix === '' ? (
          <EmptyState
            art={<UsersRound aria-hidden className="size-12" strokeWidth={1.5} />}
            title={t('people.start')}
          >
            {t('people.startDetail')}
          </EmptyState>
        ) : (
          <PeopleFound prefix={prefix}>
            {(people) => <Results people={people} prefix={prefix} />}
          </PeopleFound>
        )}
      </div>
    </>
  );
}

function Results({ people, prefix }: { people: readonly Person[]; prefix: string }) {
  const { t } = useTranslation();
  if (people.length === 0) {
    return (
      <EmptyState
        art={<SearchX aria-hidden className="size-10" strokeWidth={1.5} />}
        title={t('people.none', { query: prefix })}
      >
        {t('people.noneDetail')}
      </EmptyState>
    );
  }
  return (
    <ul aria-label={t('people.results')} className="space-y-1">
      {people.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
    </ul>
  );
}

function PersonRow({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const navigate = useNavigate();
  const opening = useOpenConversation();
  const isSelf = person.id === account.id;
  return (
    <li className="rounded-xl px-2 py-2 hover:bg-hover">
      <div className="flex items-center gap-3.5">
        <Avatar id={person.id} name={person.username} className="size-12" />
        <p className="min-w-0 flex-1 truncate font-semibold">{person.username}</p>
        {isSelf ? (
          <span className="px-3 text-sm text-muted">{t('people.you')}</span>
        ) : (
          <Button
            look="secondary"
            aria-label={t('people.messageName', { name: person.username })}
            isBusy={opening.isPending}
            onClick={() =>
              opening.mutate(person.id, {
                onSuccess: ({ id }) => void navigate(`/chats/${id}`),
              })
            }
          >
            <MessageCircle aria-hidden className="size-4.5" />
            {t('people.message')}
          </Button>
        )}
      </div>
      {opening.isError && (
        <div className="mt-2">
          <ProblemNotice error={opening.error} />
        </div>
      )}
    </li>
  );
}
