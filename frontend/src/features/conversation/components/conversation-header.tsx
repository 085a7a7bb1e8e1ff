import { ArrowLeft } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Conversation, Person } from '@/lib/api/types';
import { isAlone } from '../group-rights';
import { useTyping } from '../hooks/use-typing';
import { ConversationAvatar } from './conversation-avatar';
import { PresenceText } from './presence-text';
import { ProtectionDialog, ProtectionNotice } from './protection-notice';
import { TypingLine } from './typing-line';

interface ConversationHeaderProps {
  conversation: Conversation;
  partner: Person;
  /** What can be done with the conversation, at the end of the line. */
  actions?: ReactNode;
  /** What is said of the partner beside the name. */
  badge?: ReactNode;
}

export function ConversationHeader({
  conversation,
  partner,
  actions,
  badge,
}: ConversationHeaderProps) {
  const { t } = useTranslation();
  const { id, kind, type, leftSeq, memberCount } = conversation;
  const typing = useTyping(id);
  const [isExplained, setExplained] = useState(false);
  return (
    <header className="flex min-h-16 flex-wrap items-center gap-x-1 border-b border-line bg-panel px-2 py-2 md:gap-x-2 md:px-5">
      {/* Where text is large the actions go to a line of their own. */}
      <div className="flex min-w-[min(10rem,100%)] flex-1 items-center gap-1 md:gap-2">
        <Link
          to="/chats"
          aria-label={t('app.back')}
          className="grid size-11 place-items-center rounded-xl text-muted hover:bg-hover md:hidden"
        >
          <ArrowLeft aria-hidden className="size-5.5 rtl:rotate-180" />
        </Link>
        <ConversationAvatar
          conversation={id}
          partner={partner}
          isPresenceShown
          className="size-10"
        />
        <div className="ms-1.5 min-w-0 flex-1">
          <div className="flex min-w-0 items-center gap-1">
            <h1 dir="auto" className="truncate text-start text-base font-semibold">
              {isAlone(conversation) ? (
                partner.username
              ) : (
                <Link
                  to={type === 'group' ? `/chats/${id}/info` : `/people/${partner.id}`}
                  className="rounded-md hover:underline"
                >
                  {partner.username}
                </Link>
              )}
            </h1>
            {badge}
          </div>
          {typing.length > 0 ? (
            <p className="min-h-6 truncate text-sm">
              <TypingLine type={type} names={typing} />
            </p>
          ) : (
            <div className="flex min-w-0 items-center gap-1.5 text-xs text-muted">
              {type === 'group' && (
                <span className={leftSeq === undefined ? 'shrink-0' : 'min-w-12 truncate'}>
                  {leftSeq === undefined
                    ? t('group.members', { count: memberCount ?? 0 })
                    : t('group.left')}
                </span>
              )}
              {type === 'group' && <span aria-hidden>·</span>}
              {type === 'direct' && !isAlone(conversation) && (
                <PresenceText conversation={id} person={partner.id} />
              )}
              <span className="min-w-0">
                <ProtectionNotice kind={kind} onOpen={() => setExplained(true)} />
              </span>
            </div>
          )}
        </div>
      </div>
      {actions !== undefined && <div className="ms-auto flex">{actions}</div>}
      <ProtectionDialog kind={kind} isOpen={isExplained} onClose={() => setExplained(false)} />
    </header>
  );
}
