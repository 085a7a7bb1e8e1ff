import { useMemo } from 'react';
import { textParts } from '../rich-text';

/** The text of a message; its links lead out of the app and tell nobody where from. */
export function MessageText({ text }: { text: string }) {
  const parts = useMemo(() => textParts(text), [text]);
  return parts.map((part, index) =>
    part.type === 'link' ? (
      <a
        key={index}
        href={part.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="underline decoration-1 underline-offset-2 hover:decoration-2"
      >
        {part.text}
      </a>
    ) : (
      part.text
    ),
  );
}
