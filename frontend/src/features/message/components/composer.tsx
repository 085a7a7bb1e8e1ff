import {
  CalendarClock,
  Check,
  Coins,
  Plus,
  ReceiptText,
  SendHorizontal,
  Timer,
} from 'lucide-react';
import { useEffect, useLayoutEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/lib/api/types';
import { lifetime } from '@/lib/format/time';
import { browserIds } from '@/lib/id/uuid-v7';
import { bodyBytes, writeBody, type TextContent } from '@/lib/message/message-body';
import { cx } from '@/components/cx';
import { LifetimeMenu } from '@/components/ui/lifetime-menu';
import { Menu } from '@/components/ui/menu';
import { useLimits } from '../../identity/hooks/use-limits';
import { AttachButton } from '../../attachment/components/attach-button';
import { ChosenStrip } from '../../attachment/components/chosen-strip';
import { RecordButton, RecordingBar } from '../../attachment/components/voice-recorder';
import type { ChosenFiles } from '../../attachment/hooks/use-chosen-files';
import { useRecorder } from '../../attachment/hooks/use-recorder';
import type { PreparedFile } from '../../attachment/prepared-file';
import type { DraftControl } from '../hooks/use-draft';
import { useTellTyping } from '../hooks/use-tell-typing';
import { lifetimeChosen, lifetimeOf } from '../message-lifetime';
import type { FoldedMessage } from '../message-fold';
import { mentionsIn } from '../mentions';
import { suggestionsAt, type Suggestion } from '../suggestions';
import { useTipSlot } from '../tip-slot';
import { ComposerBanner } from './composer-banner';
import { ScheduleDialog } from './schedule-dialog';
import { SuggestionList } from './suggestion-list';

/** The limit is shown when less than this part of it is left. */
const WARN_FROM = 0.9;
const TALLEST_PX = 200;
/** What the description of files takes of a body, with keys, names and tiny pictures. */
const DESCRIPTION_BYTES = 24 * 1024;

interface ComposerProps {
  conversation: string;
  name: string;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
  /** How many seconds messages live here unless their author chooses otherwise; 0 for ever. */
  usualLifetime: number;
  draft: DraftControl;
  /** Who can be named with an `@`. */
  people: readonly Person[];
  /** The message that is answered or changed, if it is here. */
  subject: FoldedMessage | undefined;
  /** What was chosen to be sent along. */
  chosen: ChosenFiles;
  onSay: (text: string, how: { replyTo?: number; expiresIn?: number }) => void;
  onFiles: (
    files: readonly PreparedFile[],
    text: string,
    how: { replyTo?: number; expiresIn?: number },
  ) => void;
  onEdit: (target: FoldedMessage, text: string) => void;
  onEditLast: () => void;
}

/** Enter sends, Shift+Enter breaks the line, Escape leaves; what is typed survives everything. */
export function Composer(props: ComposerProps) {
  const { conversation, name, fieldRef, usualLifetime, draft, people, subject } = props;
  const { chosen, onSay, onFiles, onEdit, onEditLast } = props;
  const { t } = useTranslation();
  const limits = useLimits();
  const { text, editing, replyTo, setText, cancel } = draft;
  const expiresIn = lifetimeOf(draft.expiresIn, usualLifetime);
  useTellTyping(conversation, editing === undefined ? text : '');
  const [caret, setCaret] = useState<number>();
  const [picked, setPicked] = useState(0);
  const [isScheduling, setScheduling] = useState(false);
  const suggestions = suggestionsAt(text, caret, people);
  const current = suggestions[Math.min(picked, suggestions.length - 1)];

  const mentions = mentionsIn(text, people);
  const hasFiles = chosen.files.length > 0 && editing === undefined;
  const left =
    limits.bodyBytes -
    (hasFiles ? DESCRIPTION_BYTES : 0) -
    bodyBytes(writeBody({ type: 'text', text, mentions }, browserIds));
  const isNear = left < limits.bodyBytes * (1 - WARN_FROM);
  // A message that is being changed must be here: what it said is compared.
  const canSend =
    (text.trim() !== '' || hasFiles) &&
    left >= 0 &&
    (!hasFiles || chosen.isReady) &&
    (editing === undefined || subject !== undefined);
  const recorder = useRecorder(t('files.voiceName'));
  const sendVoice = (file: PreparedFile) => {
    onFiles([file], '', { replyTo, expiresIn });
    if (replyTo !== undefined) {
      cancel();
    }
  };

  const later = (): TextContent => ({
    type: 'text',
    text: text.trim(),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(mentions.length === 0 ? {} : { mentions: mentionsIn(text.trim(), people) }),
  });

  useLayoutEffect(() => {
    const area = fieldRef.current;
    if (area !== null) {
      area.style.height = 'auto';
      area.style.height = `${Math.min(area.scrollHeight, TALLEST_PX)}px`;
    }
  }, [fieldRef, text]);
  useEffect(() => {
    const area = fieldRef.current;
    if (editing !== undefined && area !== null) {
      area.setSelectionRange(area.value.length, area.value.length);
    }
  }, [editing, fieldRef]);

  const submit = () => {
    if (!canSend) {
      return;
    }
    if (hasFiles) {
      onFiles(chosen.take(), text.trim(), { replyTo, expiresIn });
    } else if (editing === undefined) {
      onSay(text.trim(), { replyTo, expiresIn });
    } else if (subject?.content.type === 'text' && subject.content.text !== text.trim()) {
      onEdit(subject, text.trim());
    }
    draft.clear();
    setCaret(undefined);
    fieldRef.current?.focus();
  };
  const take = ({ from, insert }: Suggestion) => {
    const end = caret ?? text.length;
    setText(text.slice(0, from) + insert + text.slice(end));
    setCaret(undefined);
    const area = fieldRef.current;
    requestAnimationFrame(() =>
      area?.setSelectionRange(from + insert.length, from + insert.length),
    );
    area?.focus();
  };
  const wrap = (mark: string) => {
    const area = fieldRef.current;
    if (area !== null) {
      const { selectionStart: start, selectionEnd: end } = area;
      setText(text.slice(0, start) + mark + text.slice(start, end) + mark + text.slice(end));
      requestAnimationFrame(() => area.setSelectionRange(start + mark.length, end + mark.length));
    }
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    const act = actionOf(event, suggestions.length > 0);
    switch (act) {
      case 'down':
      case 'up': {
        const step = act === 'down' ? 1 : -1;
        const now = Math.min(picked, suggestions.length - 1);
        setPicked((now + step + suggestions.length) % suggestions.length);
        break;
      }
      case 'take':
        if (current !== undefined) {
          take(current);
        }
        break;
      case 'dismiss':
        setCaret(undefined);
        break;
      case 'send':
        submit();
        break;
      case 'cancel':
        if (editing === undefined && replyTo === undefined) {
          return;
        }
        cancel();
        break;
      case 'edit-last':
        if (text !== '' || editing !== undefined) {
          return;
        }
        onEditLast();
        break;
      case 'bold':
        wrap('**');
        break;
      case 'italic':
        wrap('_');
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <>
      <form
        className="relative border-t border-line bg-panel px-3 pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] md:px-5"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SuggestionList suggestions={suggestions} current={current} onTake={take} />
        {(editing !== undefined || replyTo !== undefined) && (
          <ComposerBanner isEditing={editing !== undefined} subject={subject} onCancel={cancel} />
        )}
        {isNear && (
          <p
            role="status"
            className={cx('px-2 pb-1.5 text-end text-xs', left < 0 ? 'text-danger' : 'text-muted')}
          >
            {left < 0 ? t('composer.over', { count: -left }) : t('composer.left', { count: left })}
          </p>
        )}
        {editing === undefined && <ChosenStrip chosen={chosen} />}
        {recorder.isRecording ? (
          <RecordingBar recorder={recorder} onRecorded={sendVoice} />
        ) : (
          <div className="flex items-end gap-1.5">
            <MoreButton
              lifetime={expiresIn}
              onLifetime={(seconds) => draft.setExpiresIn(lifetimeChosen(seconds, usualLifetime))}
              onSchedule={hasFiles ? undefined : () => setScheduling(true)}
            />
            {editing === undefined && <AttachButton onFiles={chosen.add} />}
            <textarea
              ref={fieldRef}
              rows={1}
              dir="auto"
              value={text}
              aria-label={t('composer.label', { name })}
              aria-invalid={left < 0}
              aria-autocomplete="list"
              aria-controls={suggestions.length > 0 ? 'composer-suggestions' : undefined}
              aria-activedescendant={
                current === undefined ? undefined : `composer-suggestion-${current.id}`
              }
              placeholder={t('composer.placeholder')}
              enterKeyHint="send"
              onChange={(event) => {
                setText(event.target.value);
                setCaret(event.target.selectionStart);
                setPicked(0);
              }}
              onBlur={() => setCaret(undefined)}
              onKeyDown={keyDown}
              onPaste={(event) => {
                const files = [...event.clipboardData.files];
                if (files.length > 0 && editing === undefined) {
                  event.preventDefault();
                  chosen.add(files);
                }
              }}
              className="min-h-11 min-w-0 flex-1 resize-none rounded-2xl border border-line-strong bg-surface px-4 py-2.5 text-base text-ink placeholder:text-faint"
            />
            {text.trim() === '' && !hasFiles && editing === undefined && recorder.isAble ? (
              <RecordButton recorder={recorder} onRecorded={sendVoice} />
            ) : (
              <button
                type="submit"
                aria-label={editing === undefined ? t('composer.send') : t('composer.save')}
                title={editing === undefined ? t('composer.send') : t('composer.save')}
                disabled={!canSend}
                className="grid size-11 shrink-0 place-items-center rounded-full bg-accent text-on-accent transition-colors duration-150 hover:bg-accent-hover disabled:cursor-not-allowed disabled:bg-hover disabled:text-faint"
              >
                {editing === undefined ? (
                  <SendHorizontal aria-hidden className="size-5 rtl:rotate-180" />
                ) : (
                  <Check aria-hidden className="size-5" />
                )}
              </button>
            )}
          </div>
        )}
      </form>
      <ScheduleDialog
        isOpen={isScheduling}
        conversation={conversation}
        expiresIn={expiresIn}
        content={canSend && editing === undefined ? later() : undefined}
        onScheduled={draft.clear}
        onClose={() => setScheduling(false)}
      />
    </>
  );
}

interface MoreButtonProps {
  lifetime: number | undefined;
  onLifetime: (seconds: number | undefined) => void;
  /** Undefined for what cannot wait on the server: files. */
  onSchedule: (() => void) | undefined;
}

/** Other ways to send; shows that new messages disappear, and after how long. */
function MoreButton({ lifetime: value, onLifetime, onSchedule }: MoreButtonProps) {
  const { t, i18n } = useTranslation();
  const { give, ask } = useTipSlot();
  const [at, setAt] = useState<{ x: number; y: number }>();
  const [isChoosing, setChoosing] = useState(false);
  const time = value === undefined ? undefined : lifetime(value, i18n.language, 'long');
  const label = time === undefined ? t('composer.more') : t('lifetime.on', { time });
  const close = () => {
    setAt(undefined);
    setChoosing(false);
  };
  const Icon = value === undefined ? Plus : Timer;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={label}
        title={label}
        onClick={({ currentTarget }) => {
          const { left, top } = currentTarget.getBoundingClientRect();
          setAt({ x: left, y: top });
        }}
        className={cx(
          'relative grid h-11 min-w-11 shrink-0 place-items-center rounded-full hover:bg-hover',
          value === undefined ? 'text-muted' : 'text-accent-text',
        )}
      >
        <Icon aria-hidden className={cx('size-5', value !== undefined && 'mb-2.5')} />
        {value !== undefined && (
          <span aria-hidden className="absolute bottom-0.5 text-2xs font-semibold">
            {lifetime(value, i18n.language)}
          </span>
        )}
      </button>
      {at !== undefined && isChoosing && (
        <LifetimeMenu value={value} at={at} onChoose={onLifetime} onClose={close} />
      )}
      {at !== undefined && !isChoosing && (
        <Menu
          label={t('composer.more')}
          at={at}
          onClose={() => setAt(undefined)}
          items={[
            {
              id: 'lifetime',
              label: t('lifetime.title'),
              icon: <Timer aria-hidden className="size-5 shrink-0" />,
              onSelect: () => {
                setAt(at);
                setChoosing(true);
              },
            },
            ...(give === undefined
              ? []
              : [
                  {
                    id: 'tip',
                    label: t('tip.give'),
                    icon: <Coins aria-hidden className="size-5 shrink-0" />,
                    onSelect: give,
                  },
                ]),
            ...(ask === undefined
              ? []
              : [
                  {
                    id: 'ask',
                    label: t('tip.request.give'),
                    icon: <ReceiptText aria-hidden className="size-5 shrink-0" />,
                    onSelect: ask,
                  },
                ]),
            ...(onSchedule === undefined
              ? []
              : [
                  {
                    id: 'schedule',
                    label: t('schedule.title'),
                    icon: <CalendarClock aria-hidden className="size-5 shrink-0" />,
                    onSelect: onSchedule,
                  },
                ]),
          ]}
        />
      )}
    </>
  );
}

/** What a key means here; undefined when it is just a key. */
function actionOf(event: KeyboardEvent, isSuggesting: boolean): string | undefined {
  const { key, shiftKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand) {
    return { b: 'bold', i: 'italic' }[key];
  }
  if (isSuggesting) {
    const act = { ArrowDown: 'down', ArrowUp: 'up', Enter: 'take', Tab: 'take', Escape: 'dismiss' }[
      key
    ];
    if (act !== undefined) {
      return shiftKey ? undefined : act;
    }
  }
  if (key === 'Enter') {
    return shiftKey ? undefined : 'send';
  }
  return { Escape: 'cancel', ArrowUp: 'edit-last' }[key];
}
