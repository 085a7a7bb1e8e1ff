import { useMemo, type ReactNode } from 'react';
import type { TextContent } from '@/lib/message/message-body';
import { cx } from '@/components/cx';
import { readMarkdown, type Block, type Inline, type Names } from '../markdown';
import { CodeBlock } from './code-block';
import { Marked } from './marked';

interface MessageTextProps {
  content: TextContent;
  account: string;
  isOwn: boolean;
  /** What is being searched for, if anything. */
  query: string;
  /** Stands behind the last word when the text is nothing but lines, else below. */
  meta: ReactNode;
}

interface Look {
  query: string;
  account: string;
  isOwn: boolean;
}

/**
 * The text of a message, built of elements and never of HTML. Its links lead out of the app and
 * tell nobody where from.
 */
export function MessageText({ content, account, isOwn, query, meta }: MessageTextProps) {
  const read = useMemo(() => readMarkdown(content.text, namesOf(content)), [content]);
  const look = { account, isOwn, query };
  const [only] = read;
  if (read.length === 1 && only?.type === 'text') {
    return (
      <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
        <span data-text>
          <Inlines parts={only.inner} look={look} />
        </span>
        {meta}
      </p>
    );
  }
  return (
    <div className="flow-root">
      <div data-text className="space-y-1.5">
        <Blocks blocks={read} look={look} />
      </div>
      {meta}
    </div>
  );
}

function namesOf({ text, mentions }: TextContent): Names {
  return new Map(
    mentions?.map(({ account, from, length }) => [text.slice(from, from + length), account]),
  );
}

function Blocks({ blocks, look }: { blocks: readonly Block[]; look: Look }) {
  return blocks.map((block, index) => <BlockOf key={index} block={block} look={look} />);
}

function BlockOf({ block, look }: { block: Block; look: Look }) {
  switch (block.type) {
    case 'text':
      return (
        <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
          <Inlines parts={block.inner} look={look} />
        </p>
      );
    case 'code':
      return <CodeBlock language={block.language} text={block.text} />;
    case 'quote':
      return (
        <blockquote className="space-y-1 border-s-3 border-current/40 ps-2.5 opacity-90">
          <Blocks blocks={block.inner} look={look} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index} className="ps-1">
          <Blocks blocks={item} look={look} />
        </li>
      ));
      return block.start === undefined ? (
        <ul className="list-disc ps-5">{items}</ul>
      ) : (
        <ol start={block.start} className="list-decimal ps-6">
          {items}
        </ol>
      );
    }
  }
}

function Inlines({ parts, look }: { parts: readonly Inline[]; look: Look }): ReactNode {
  return parts.map((part, index) => <InlineOf key={index} part={part} look={look} />);
}

function InlineOf({ part, look }: { part: Inline; look: Look }): ReactNode {
  switch (part.type) {
    case 'text':
      return look.query === '' ? part.text : <Marked text={part.text} query={look.query} />;
    case 'strong':
      return (
        <strong className="font-bold">
          <Inlines parts={part.inner} look={look} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Inlines parts={part.inner} look={look} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines parts={part.inner} look={look} />
        </s>
      );
    case 'code':
      return (
        <code className="rounded-md bg-code px-1 py-0.5 font-mono text-sm text-ink">
          {part.text}
        </code>
      );
    case 'mention':
      return (
        <span
          data-mention={part.account}
          className={cx(
            'rounded-md px-0.5 font-semibold',
            part.account === look.account
              ? 'bg-caution-soft text-caution'
              : look.isOwn
                ? 'bg-own-shade'
                : 'bg-accent-soft text-accent-text',
          )}
        >
          {part.text}
        </span>
      );
    case 'link':
      return (
        <a
          href={part.href}
          title={part.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="underline decoration-1 underline-offset-2 hover:decoration-2"
        >
          <Inlines parts={part.inner} look={look} />
        </a>
      );
  }
}
