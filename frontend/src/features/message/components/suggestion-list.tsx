import { useTranslation } from 'react-i18next';
import { cx } from '@/components/cx';
import { PersonAvatar } from '@/components/person-avatar';
import type { Suggestion } from '../suggestions';

interface SuggestionListProps {
  suggestions: readonly Suggestion[];
  current: Suggestion | undefined;
  onTake: (suggestion: Suggestion) => void;
}

/** Names and emoji above the composer; arrows choose, Enter or Tab takes. */
export function SuggestionList({ suggestions, current, onTake }: SuggestionListProps) {
  const { t } = useTranslation();
  if (suggestions.length === 0) {
    return null;
  }
  return (
    <ul
      id="composer-suggestions"
      role="listbox"
      aria-label={t('composer.suggestions')}
      className="absolute start-3 bottom-full z-10 mb-2 max-w-[calc(100%-1.5rem)] min-w-56 rounded-2xl bg-raised p-1.5 shadow-float md:start-5"
    >
      {suggestions.map((suggestion) => (
        // The keyboard chooses from the field below, which keeps the focus.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={suggestion.id}
          id={`composer-suggestion-${suggestion.id}`}
          role="option"
          aria-selected={suggestion === current}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
          className={cx(
            'flex min-h-11 cursor-pointer items-center gap-3 rounded-xl px-2.5 font-medium',
            suggestion === current ? 'bg-selected' : 'hover:bg-hover',
          )}
        >
          {suggestion.person === undefined ? (
            <span aria-hidden className="text-xl">
              {suggestion.emoji}
            </span>
          ) : (
            <PersonAvatar
              id={suggestion.person.id}
              name={suggestion.person.username}
              className="size-7"
            />
          )}
          <span className="truncate">{suggestion.label}</span>
        </li>
      ))}
    </ul>
  );
}
