import { Compass, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Interest } from '@/lib/api/types';
import { FoundList } from '@/components/found-list';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchField } from '@/components/ui/search-field';
import { InterestFilter } from '../../profile/components/interest-filter';
import { useOwnInterests } from '../../profile/hooks/use-interests';
import { useSettled } from '../../profile/hooks/use-settled';
import { useListedGroups } from '../hooks/use-listed-groups';
import { GroupProblem } from './group-problem';
import { ListedGroupRow } from './listed-group-row';

const SHORTEST = 2;
const TYPING_MS = 250;
const MOST_LETTERS = 100;

/** The newest groups that everybody may find, and the search among them. */
export function DiscoverGroups() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<readonly Interest[]>([]);
  const settled = useSettled(text.trim(), TYPING_MS);
  const words = settled.length < SHORTEST ? '' : settled;
  const isSearch = words !== '' || wanted.length > 0;
  return (
    <>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <SearchField
          label={t('groups.search')}
          value={text}
          maxLength={MOST_LETTERS}
          autoCapitalize="none"
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      <div className="mt-3">
        <InterestFilter
          label={t('groups.withInterest')}
          anything={t('groups.anyInterest')}
          wanted={wanted}
          onChange={setWanted}
        />
      </div>
      <section className="mt-6" aria-live="polite">
        <h2 className="mb-2 text-base font-semibold">
          {isSearch ? t('groups.results') : t('groups.newest')}
        </h2>
        <Found words={words} wanted={wanted} isSearch={isSearch} />
      </section>
    </>
  );
}

interface FoundProps {
  words: string;
  wanted: readonly Interest[];
  isSearch: boolean;
}

function Found({ words, wanted, isSearch }: FoundProps) {
  const { t } = useTranslation();
  const found = useListedGroups(
    words,
    wanted.map(({ id }) => id),
  );
  const own = useOwnInterests();
  const mine = own.data?.interests.map(({ id }) => id) ?? [];
  return (
    <FoundList
      found={found}
      label={isSearch ? t('groups.results') : t('groups.newest')}
      row={(listed) => <ListedGroupRow key={listed.group.id} listed={listed} mine={mine} />}
      empty={
        isSearch ? (
          <EmptyState
            art={<SearchX aria-hidden className="size-10" strokeWidth={1.5} />}
            title={t('groups.none')}
          >
            {t('groups.noneDetail')}
          </EmptyState>
        ) : (
          <EmptyState
            art={<Compass aria-hidden className="size-12" strokeWidth={1.5} />}
            title={t('groups.empty')}
          >
            {t('groups.emptyDetail')}
          </EmptyState>
        )
      }
      problem={(error) => <GroupProblem error={error} />}
    />
  );
}
