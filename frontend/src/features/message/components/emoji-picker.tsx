import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/ui/dialog';
import { SearchField } from '@/components/ui/search-field';
import { EMOJI, searchEmoji, type EmojiGroup } from '../emoji';

interface EmojiPickerProps {
  isOpen: boolean;
  title: string;
  onPick: (emoji: string) => void;
  onClose: () => void;
}

/** A small picker that can be searched. */
export function EmojiPicker({ isOpen, title, onPick, onClose }: EmojiPickerProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      <Picker
        onPick={(emoji) => {
          onClose();
          onPick(emoji);
        }}
      />
    </Dialog>
  );
}

function Picker({ onPick }: Pick<EmojiPickerProps, 'onPick'>) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const found = searchEmoji(wanted);
  return (
    <>
      <SearchField
        label={t('emoji.search')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0] !== undefined) {
            event.preventDefault();
            onPick(found[0].emoji);
          }
        }}
      />
      <div className="mt-3 h-72 overflow-y-auto">
        {wanted.trim() === '' ? (
          (Object.keys(EMOJI) as EmojiGroup[]).map((group) => (
            <section key={group} aria-label={t(`emoji.${group}`)}>
              <h3 className="px-1 pt-2 pb-1 text-xs font-semibold text-muted">
                {t(`emoji.${group}`)}
              </h3>
              <Grid
                emoji={Object.entries(EMOJI[group]).map(([emoji, name]) => ({ emoji, name }))}
                onPick={onPick}
              />
            </section>
          ))
        ) : found.length > 0 ? (
          <Grid emoji={found} onPick={onPick} />
        ) : (
          <p role="status" className="p-4 text-center text-muted">
            {t('emoji.none')}
          </p>
        )}
      </div>
    </>
  );
}

interface GridProps {
  emoji: readonly { emoji: string; name: string }[];
  onPick: (emoji: string) => void;
}

function Grid({ emoji, onPick }: GridProps) {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))]">
      {emoji.map((item) => (
        <button
          key={item.emoji}
          type="button"
          aria-label={item.name.replaceAll('_', ' ')}
          title={`:${item.name}:`}
          onClick={() => onPick(item.emoji)}
          className="grid size-11 place-items-center rounded-xl text-xl hover:bg-hover"
        >
          {item.emoji}
        </button>
      ))}
    </div>
  );
}
