import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { copyText } from '@/components/ui/copy-text';

interface CodeBlockProps {
  language: string;
  text: string;
}

/** Code as it was written; long lines and long blocks scroll in themselves. */
export function CodeBlock({ language, text }: CodeBlockProps) {
  const { t } = useTranslation();
  const label = language === '' ? t('messages.code') : language;
  return (
    <figure className="min-w-56 overflow-hidden rounded-xl bg-code text-ink">
      <figcaption className="flex items-center border-b border-line ps-3 text-xs text-muted">
        <span className="min-w-0 flex-1 truncate">{label}</span>
        <button
          type="button"
          aria-label={t('messages.copyCode')}
          title={t('messages.copyCode')}
          onClick={() => void copyText(text, t('messages.copied'), t('messages.copyFailed'))}
          className="grid size-9 place-items-center rounded-lg hover:bg-hover hover:text-ink pointer-coarse:size-11"
        >
          <Copy aria-hidden className="size-4" />
        </button>
      </figcaption>
      {/* It can be longer and wider than its window: the keyboard scrolls it too. */}
      <pre
        dir="ltr"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={label}
        role="region"
        className="max-h-96 overflow-auto px-3 py-2 text-sm"
      >
        <code className="font-mono">{text}</code>
      </pre>
    </figure>
  );
}
