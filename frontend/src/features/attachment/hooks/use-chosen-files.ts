import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { uuidV7 } from '@/lib/id/uuid-v7';
import { toast } from '@/components/ui/toast-store';
import { useLimits } from '../../identity/hooks/use-limits';
import { useAttachments, type ChosenFile } from '../attachment-context';
import { fileSize } from '../file-words';
import { asFile, prepareFile } from '../prepare-file';
import type { PreparedFile } from '../prepared-file';

export interface ChosenFiles {
  files: readonly ChosenFile[];
  /** Whether all of them can be sent. */
  isReady: boolean;
  add: (files: readonly File[]) => void;
  remove: (choice: string) => void;
  /** Sends a picture as it was chosen, or without what the camera wrote into it. */
  setOriginal: (choice: string, isOriginal: boolean) => void;
  /** They have been sent: hands them over and forgets them. */
  take: () => PreparedFile[];
}

const NONE: readonly ChosenFile[] = [];

/** What was chosen to be sent in a conversation; it stays while the person looks elsewhere. */
export function useChosenFiles(conversation: string): ChosenFiles {
  const { t, i18n } = useTranslation();
  const { chosen } = useAttachments();
  const { fileBytes, files: most } = useLimits();
  const files = useStore(chosen, (all) => all.get(conversation) ?? NONE);

  const change = useCallback(
    (work: (now: readonly ChosenFile[]) => readonly ChosenFile[]) => {
      const all = new Map(chosen.getState());
      all.set(conversation, work(all.get(conversation) ?? NONE));
      chosen.setState(all, true);
    },
    [chosen, conversation],
  );
  const add = useCallback(
    (added: readonly File[]) => {
      const fitting = added.filter(({ size }) => size <= fileBytes);
      const room = Math.max(0, most - (chosen.getState().get(conversation) ?? NONE).length);
      const [tooLarge] = added.filter(({ size }) => size > fileBytes);
      if (tooLarge !== undefined) {
        const size = fileSize(fileBytes, i18n.language);
        toast(t('files.tooLarge', { name: tooLarge.name, size }), 'failed');
      }
      if (fitting.length > room) {
        toast(t('files.tooMany', { count: most }), 'failed');
      }
      for (const file of fitting.slice(0, room)) {
        const choice = uuidV7();
        change((now) => [...now, { choice, file, isOriginal: false }]);
        prepareFile(file)
          .catch(() => asFile(file))
          .then((ready) =>
            change((now) =>
              now.map((each) => (each.choice === choice ? { ...each, ready } : each)),
            ),
          )
          .catch(() => undefined);
      }
    },
    [change, chosen, conversation, fileBytes, i18n.language, most, t],
  );
  return useMemo(
    () => ({
      files,
      isReady: files.every(({ ready }) => ready !== undefined),
      add,
      remove: (choice) => change((now) => now.filter((each) => each.choice !== choice)),
      setOriginal: (choice, isOriginal) =>
        change((now) =>
          now.map((each) => (each.choice === choice ? { ...each, isOriginal } : each)),
        ),
      take: () => {
        const taken = files.flatMap(({ file, ready, isOriginal }) =>
          ready === undefined ? [] : [isOriginal ? asFile(file) : ready],
        );
        change(() => NONE);
        return taken;
      },
    }),
    [add, change, files],
  );
}
