import { useMutation } from '@tanstack/react-query';
import { Camera, ImagePlus, Trash2 } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readPicture } from '@/lib/picture/square-picture';
import { cx } from '../cx';
import { IconButton } from './icon-button';
import { Menu } from './menu';
import { PictureDialog, type SendPicture } from './picture-dialog';
import { toast } from './toast-store';

const ICON = 'size-5 shrink-0';

interface PictureChooserProps {
  hasPicture: boolean;
  send: SendPicture;
  remove: () => Promise<unknown>;
  /** Why something did not happen, in plain words. */
  words: (error: unknown) => { title: string; detail: string };
  /** What is shown now. */
  children: ReactNode;
}

/** A picture, and the ways to another one and to none; a file may also be dropped on it. */
export function PictureChooser({ hasPicture, send, remove, words, children }: PictureChooserProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState<{ x: number; y: number }>();
  const [chosen, setChosen] = useState<ImageBitmap>();
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const removal = useMutation({
    mutationFn: remove,
    onError: (error) => toast(words(error).title, 'failed'),
  });
  const choose = () => chooser.current?.click();
  const take = async (file: File | undefined) => {
    if (file === undefined) {
      return;
    }
    const picture = await readPicture(file);
    if (picture === undefined) {
      toast(t('picture.unreadable'), 'failed');
    } else {
      setChosen(picture);
    }
  };
  return (
    // The button below is for everybody; dropping a file is one more way for those with a mouse.
    <div
      className={cx('relative w-fit rounded-[30%]', isOver && 'ring-4 ring-accent')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      {children}
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        tabIndex={-1}
        aria-label={t('picture.file')}
        className="sr-only"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file can be chosen again.
          currentTarget.value = '';
          void take(file);
        }}
      />
      <IconButton
        label={t('picture.change')}
        icon={<Camera aria-hidden className="size-5" />}
        disabled={removal.isPending}
        aria-haspopup={hasPicture ? 'dialog' : undefined}
        className="absolute -end-3 -bottom-3 rounded-full border border-line bg-raised shadow-bubble"
        onClick={({ currentTarget }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect();
          if (hasPicture) {
            setAt({ x: left, y: bottom });
          } else {
            choose();
          }
        }}
      />
      {at !== undefined && (
        <Menu
          label={t('picture.change')}
          at={at}
          items={[
            {
              id: 'choose',
              label: t('picture.choose'),
              icon: <ImagePlus aria-hidden className={ICON} />,
              onSelect: choose,
            },
            {
              id: 'remove',
              label: t('picture.remove'),
              tone: 'danger',
              icon: <Trash2 aria-hidden className={ICON} />,
              onSelect: () => removal.mutate(),
            },
          ]}
          onClose={() => setAt(undefined)}
        />
      )}
      {chosen !== undefined && (
        <PictureDialog
          picture={chosen}
          send={send}
          words={words}
          onClose={() => {
            chosen.close();
            setChosen(undefined);
          }}
        />
      )}
    </div>
  );
}
