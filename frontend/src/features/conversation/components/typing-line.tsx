import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';

interface TypingLineProps {
  type: Conversation['type'];
  names: readonly string[];
}

/** Who is typing; between two people it needs no name. */
export function TypingLine({ type, names }: TypingLineProps) {
  const { t } = useTranslation();
  const [first, second] = names;
  return (
    <span className="font-medium text-accent-text">
      {type === 'direct'
        ? t('conversation.typing')
        : names.length > 2
          ? t('conversation.typingMany')
          : second === undefined
            ? t('conversation.typingOne', { name: first })
            : t('conversation.typingTwo', { name: first, other: second })}
    </span>
  );
}
