import { SendHorizontal } from 'lucide-react';
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { browserIds } from '@/lib/id/uuid-v7';
import { cx } from '@/components/cx';
import { useLimits } from '../../identity/hooks/use-limits';
import { useDraft } from '../hooks/use-draft';
import { useSendMessage } from '../hooks/use-send-message';
import { useTellTyping } from '../hooks/use-tell-typing';
import { bodyBytes, textBody } from '../message-content';

/** The limit is shown when less than this part of it is left. */
const WARN_FROM = 0.9;
const TALLEST_PX = 200;

interface ComposerProps {
  conversation: string;
  name: string;
}

/** Enter sends, Shift+Enter breaks the line; what is typed survives everything. */
export function Composer({ conversation, name }: ComposerProps) {
  const { t } = useTranslation();
  const limits = useLimits();
  const [text, setText] = useDraft(conversation);
  const send = useSendMessage(conversation);
  useTellTyping(conversation, text);
  const field = useRef<HTMLTextAreaElement>(null);

  const left = limits.bodyBytes - bodyBytes(textBody(text, browserIds));
  const isNear = left < limits.bodyBytes * (1 - WARN_FROM);
  const canSend = text.trim() !== '' && left >= 0;

  useLayoutEffect(() => {
    const area = field.current;
    if (area !== null) {
      area.style.height = 'auto';
      area.style.height = `${Math.min(area.scrollHeight, TALLEST_PX)}px`;
    }
  }, [text]);

  const submit = () => {
    if (canSend) {
      setText('');
      void send(text.trim());
      field.current?.focus();
    }
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
  };

  return (
    <form
      className="border-t border-line bg-panel px-3 pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] md:px-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {isNear && (
        <p
          role="status"
          className={cx('px-2 pb-1.5 text-end text-xs', left < 0 ? 'text-danger' : 'text-muted')}
        >
          {left < 0 ? t('composer.over', { count: -left }) : t('composer.left', { count: left })}
        </p>
      )}
      <div className="flex items-end gap-2">
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          aria-label={t('composer.label', { name })}
          aria-invalid={left < 0}
          placeholder={t('composer.placeholder')}
          enterKeyHint="send"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={keyDown}
          className="min-h-11 min-w-0 flex-1 resize-none rounded-2xl border border-line-strong bg-surface px-4 py-2.5 text-base text-ink placeholder:text-faint"
        />
        <button
          type="submit"
          aria-label={t('composer.send')}
          title={t('composer.send')}
          disabled={!canSend}
          className="grid size-11 shrink-0 place-items-center rounded-full bg-accent text-on-accent transition-colors duration-150 hover:bg-accent-hover disabled:cursor-not-allowed disabled:bg-hover disabled:text-faint"
        >
          <SendHorizontal aria-hidden className="size-5 rtl:rotate-180" />
        </button>
      </div>
    </form>
  );
}
