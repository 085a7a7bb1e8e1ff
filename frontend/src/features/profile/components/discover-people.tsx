import { useInfiniteQuery } from '@tanstack/react-query';
import { Compass, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Interest } from '@/lib/api/types';
import { FoundList } from '@/components/found-list';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchField } from '@/components/ui/search-field';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { discoveryQuery } from '../api/discover-people';
import { isExactName } from '../exact-name';
import { useOwnInterests } from '../hooks/use-interests';
import { useSettled } from '../hooks/use-settled';
import { InterestFilter } from './interest-filter';
import { LookUp } from './look-up';
import { PersonRow, type ActionFor } from './person-row';

const SHORTEST = 2;
const TYPING_MS = 250;
/** An e-mail address is longer than a search. */
const LONGEST = 256;
const MOST_LETTERS = 100;

/** People like oneself, and the search for others by words and interests. */
export function DiscoverPeople({ actionFor }: { actionFor: ActionFor }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [wanted, setWanted] = useState<readonly Interest[]>([]);
  const exact = isExactName(text.trim()) ? text.trim() : undefined;
  const settled = useSettled(text.trim(), TYPING_MS);
  const words = settled.length < SHORTEST ? '' : settled;
  const isSearch = words !== '' || wanted.length > 0;
  return (
    <>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(exact ?? '');
        }}
      >
        <SearchField
          label={t('people.search')}
          value={text}
          maxLength={LONGEST}
          // The person has come here to look for somebody.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          autoCapitalize="none"
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      {exact === undefined ? (
        <>
          <div className="mt-3">
            <InterestFilter
              label={t('people.withInterest')}
              anything={t('people.anyInterest')}
              wanted={wanted}
              onChange={setWanted}
            />
          </div>
          <section className="mt-6" aria-live="polite">
            <h2 className="mb-2 text-base font-semibold">
              {isSearch ? t('people.results') : t('people.likeYou')}
            </h2>
            <Found
              words={isExactName(words) ? '' : words.slice(0, MOST_LETTERS)}
              wanted={wanted}
              isSearch={isSearch}
              actionFor={actionFor}
            />
          </section>
        </>
      ) : (
        <LookUp
          name={exact}
          isAsked={asked === exact}
          onAsk={() => setAsked(exact)}
          actionFor={actionFor}
        />
      )}
    </>
  );
}

interface FoundProps {
  words: string;
  wanted: readonly Interest[];
  isSearch: boolean;
  actionFor: ActionFor;
}

function Found({ words, wanted, isSearch, actionFor }: FoundProps) {
  const { t } = useTranslation();
  const found = useInfiniteQuery(
    discoveryQuery(
      words,
      wanted.map(({ id }) => id),
    ),
  );
  return (
    <FoundList
      found={found}
      label={isSearch ? t('people.results') : t('people.likeYou')}
      row={(person) => <PersonRow key={person.id} person={person} action={actionFor(person)} />}
      empty={isSearch ? <NothingFound /> : <NobodyYet />}
      problem={(error) => <ProblemNotice error={error} />}
    />
  );
}

function NothingFound() {
  const { t } = useTranslation();
  return (
    <EmptyState
      art={<SearchX aria-hidden className="size-10" strokeWidth={1.5} />}
      title={t('people.none')}
    >
      {t('people.noneDetail')}
    </EmptyState>
  );
}

function NobodyYet() {
  const { t } = useTranslation();
  const own = useOwnInterests();
  const hasNone = own.data?.interests.length === 0;
  return (
    <EmptyState
      art={<Compass aria-hidden className="size-12" strokeWidth={1.5} />}
      title={hasNone ? t('people.noInterests') : t('people.nobodyLikeYou')}
      action={
        <Link
          to="/profile"
          className="inline-flex min-h-11 items-center rounded-xl px-4 font-semibold text-accent-text hover:bg-hover"
        >
          {t('people.chooseInterests')}
        </Link>
      }
    >
      {hasNone ? t('people.noInterestsDetail') : t('people.nobodyLikeYouDetail')}
    </EmptyState>
  );
}
