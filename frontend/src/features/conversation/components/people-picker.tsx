import { X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/lib/api/types';
import { PersonAvatar } from '@/components/person-avatar';
import { IconButton } from '@/components/ui/icon-button';
import { SearchField } from '@/components/ui/search-field';
import { normalUsername } from '../../identity/username';
import { useAcquaintances } from '../hooks/use-acquaintances';
import { PeopleFound } from './people-found';

/** The server takes so many at once. */
const MOST = 500;

interface PeoplePickerProps {
  chosen: readonly Person[];
  onChoose: (chosen: readonly Person[]) => void;
  /** Who is not offered. */
  without: ReadonlySet<string>;
}

/** Chooses people: among those one talks with, or any by the beginning of the user name. */
export function PeoplePicker({ chosen, onChoose, without }: PeoplePickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const prefix = useDeferredValue(normalUsername(text));
  const known = useAcquaintances().filter(({ id }) => !without.has(id));
  const toggle = (person: Person) =>
    onChoose(
      chosen.some(({ id }) => id === person.id)
        ? chosen.filter(({ id }) => id !== person.id)
        : [...chosen, person],
    );
  return (
    <div>
      {chosen.length > 0 && (
        <ul
          aria-label={t('group.pick.chosen')}
          className="mb-3 flex max-h-32 flex-wrap gap-2 overflow-y-auto"
        >
          {chosen.map((person) => (
            <li
              key={person.id}
              className="flex max-w-full items-center gap-2 rounded-full bg-accent-soft ps-1.5 text-sm font-semibold text-accent-text"
            >
              <PersonAvatar id={person.id} name={person.username} className="size-8" />
              <span className="truncate">{person.username}</span>
              <IconButton
                label={t('group.pick.unpick', { name: person.username })}
                icon={<X aria-hidden className="size-4" />}
                className="rounded-full text-accent-text"
                onClick={() => toggle(person)}
              />
            </li>
          ))}
        </ul>
      )}
      <p role="status" className={chosen.length < MOST ? 'sr-only' : 'mb-2 text-sm text-muted'}>
        {chosen.length < MOST
          ? t('group.pick.count', { count: chosen.length })
          : t('group.pick.most')}
      </p>
      <SearchField
        label={t('group.pick.search')}
        value={text}
        autoCapitalize="none"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          // The search is no end of the form around it.
          if (event.key === 'Enter') {
            event.preventDefault();
          }
        }}
      />
      <div className="mt-3 min-h-40">
        {prefix === '' ? (
          <Choices
            title={known.length === 0 ? t('group.pick.start') : t('group.pick.known')}
            people={known}
            chosen={chosen}
            onToggle={toggle}
          />
        ) : (
          <PeopleFound prefix={prefix}>
            {(people) => {
              const found = people.filter(({ id }) => !without.has(id));
              return (
                <Choices
                  title={found.length === 0 ? t('group.pick.none') : t('group.pick.found')}
                  people={found}
                  chosen={chosen}
                  onToggle={toggle}
                />
              );
            }}
          </PeopleFound>
        )}
      </div>
    </div>
  );
}

interface ChoicesProps {
  title: string;
  people: readonly Person[];
  chosen: readonly Person[];
  onToggle: (person: Person) => void;
}

function Choices({ title, people, chosen, onToggle }: ChoicesProps) {
  return (
    <>
      <p role="status" className="px-2 pb-1 text-sm font-semibold text-muted">
        {title}
      </p>
      <ul aria-label={title}>
        {people.map((person) => {
          const isChosen = chosen.some(({ id }) => id === person.id);
          return (
            <li key={person.id}>
              <label className="flex min-h-13 items-center gap-3 rounded-xl px-2 hover:bg-hover has-focus-visible:outline-2">
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={!isChosen && chosen.length >= MOST}
                  onChange={() => onToggle(person)}
                  className="size-5 shrink-0 accent-(--accent)"
                />
                <PersonAvatar id={person.id} name={person.username} className="size-9" />
                <span className="truncate font-medium">{person.username}</span>
              </label>
            </li>
          );
        })}
      </ul>
    </>
  );
}
