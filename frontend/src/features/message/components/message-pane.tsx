import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Person } from '@/lib/api/types';
import { kindOf, type MessageFile } from '@/lib/message/message-files';
import { conversationStream } from '@/lib/socket/streams';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import { copyText } from '@/components/ui/copy-text';
import { Spinner } from '@/components/ui/spinner';
import { toast } from '@/components/ui/toast-store';
import { rightsIn } from '../../conversation/group-rights';
import { BlockedNotice } from '../../contact/components/blocked-notice';
import { ReportDialog } from '../../contact/components/report-dialog';
import { useIsBlocked } from '../../contact/hooks/use-standing';
import { closedFor } from '../../conversation/group-standing';
import { useMembers } from '../../conversation/hooks/use-members';
import { useDraft } from '../hooks/use-draft';
import { useEventText } from '../hooks/use-event-text';
import { useJump } from '../hooks/use-jump';
import { usePinned } from '../hooks/use-pinned';
import { useSearch } from '../hooks/use-search';
import { useMessageCommands } from '../hooks/use-message-commands';
import { useNames } from '../hooks/use-names';
import { useTimelineItems } from '../hooks/use-timeline-items';
import { MessageActionsContext, type MessageActions } from '../message-actions';
import { useAttachments } from '../../attachment/attachment-context';
import { DropZone } from '../../attachment/components/drop-zone';
import { Viewer } from '../../attachment/components/viewer';
import { useChosenFiles } from '../../attachment/hooks/use-chosen-files';
import { hasReacted, lastToEdit, wordsOf } from '../message-facts';
import type { WantedMessage } from '../message-link';
import type { Fold, FoldedMessage } from '../message-fold';
import { ClosedNotice } from './closed-notice';
import { Composer } from './composer';
import { DeleteDialog } from './delete-dialog';
import { EmojiPicker } from './emoji-picker';
import { ForwardDialog } from './forward-dialog';
import { MessageList } from './message-list';
import { MessageMenu } from './message-menu';
import { PinBar } from './pin-bar';
import { ReactionList } from './reaction-row';
import { ReceiptList } from './receipt-list';
import { SearchBar } from './search-bar';

interface MessagePaneProps {
  about: Conversation;
  /** How the conversation is called. */
  name: string;
  partner: Person;
  isSearching: boolean;
  /** The message that the way here has led to. */
  wanted?: WantedMessage | undefined;
  /** Something else lies over it: nothing here is read now. */
  isCovered: boolean;
  onSearch: (isSearching: boolean) => void;
}

/** A message and so many of its edits are shown to moderators at most. */
const REPORTED = 20;

/** What is open above the messages, and about which of them. */
type Opened =
  | { what: 'menu'; seq: string; at?: { x: number; y: number } }
  | { what: 'file'; seq: string }
  | { what: 'emoji' | 'reactions' | 'forward' | 'delete' | 'receipts' | 'report'; seq: string };

/** The messages of a conversation and the place to write one. */
export function MessagePane(props: MessagePaneProps) {
  const { about, name, partner, isSearching, wanted, isCovered, onSearch } = props;
  const conversation = about.id;
  const { t } = useTranslation();
  const replica = useReplica();
  const { uploads } = useAttachments();
  const chosenFiles = useChosenFiles(conversation);
  const account = useReplicaState((state) => state.account);
  const people = useMembers(conversation);
  const known = useNames(about);
  const eventText = useEventText(account, known);
  const last = useReplicaState(
    (state) => state.streams.get(conversationStream(conversation))?.lastEvent,
  );
  const rights = useMemo(() => rightsIn(about), [about]);
  const closed = closedFor(about, last);
  const isGroup = about.type === 'group';
  const isBlocked = useIsBlocked(partner.id);
  const view = useTimelineItems(conversation);
  const draft = useDraft(conversation);
  const mayAttach = closed === undefined && !isBlocked && draft.editing === undefined;
  const commands = useMessageCommands(conversation, account, people);
  const pinned = usePinned(conversation, account, view);
  const search = useSearch(conversation, account, view, isSearching);
  const query = isSearching ? search.query.trim() : '';
  const field = useRef<HTMLTextAreaElement>(null);
  const [opened, setOpened] = useState<Opened>();

  const jump = useJump(
    conversation,
    view,
    wanted,
    useCallback(() => toast(t('messages.gone'), 'failed'), [t]),
  );
  const { bySeq } = view.fold;
  const { edit: editDraft, reply: replyDraft } = draft;
  const { jumpTo } = jump;
  const actions = useMemo((): MessageActions & { edit: (message: FoldedMessage) => void } => {
    return {
      account,
      conversation,
      query,
      nameOf: (id) => (id === account ? t('messages.you') : (known(id) ?? t('chats.unknown'))),
      isGroup,
      mayWrite: rights.write,
      mayPin: rights.pin,
      eventText,
      messageAt: (seq) => bySeq.get(seq),
      reply: ({ seq }) => {
        if (seq !== undefined) {
          replyDraft(seq);
          focusSoon(field);
        }
      },
      edit: ({ seq, content }) => {
        if (seq !== undefined && content.type === 'text') {
          editDraft(seq, content.text);
          focusSoon(field);
        }
      },
      react: (message, emoji) => {
        if (message.seq !== undefined && rights.write) {
          commands.react(message, emoji, !hasReacted(message, emoji, account));
        }
      },
      jumpTo,
      openMenu: ({ key }, at) => setOpened({ what: 'menu', seq: key, at }),
      openReactions: ({ key }) => setOpened({ what: 'reactions', seq: key }),
      openFile: (id) => setOpened({ what: 'file', seq: id }),
      retry: (item) =>
        void (item.attachments === undefined ? replica.retry(item) : uploads.goOn(item)),
      discard: (item) =>
        void (item.attachments === undefined ? replica.discard(item.cid) : uploads.cancel(item)),
    };
  }, [
    account,
    bySeq,
    commands,
    conversation,
    editDraft,
    eventText,
    isGroup,
    jumpTo,
    known,
    query,
    replica,
    replyDraft,
    rights,
    t,
    uploads,
  ]);

  const rows = view.fold.rows;
  const chosen = useMemo(
    () => rows.find((row) => row.type === 'message' && row.key === opened?.seq),
    [opened?.seq, rows],
  );
  const message = chosen?.type === 'message' ? chosen : undefined;
  const leave = useCallback(() => field.current?.focus(), []);
  const close = () => setOpened(undefined);
  const closeSearch = useCallback(() => onSearch(false), [onSearch]);
  const editLast = () => {
    const last = lastToEdit(rows, account);
    if (last !== undefined) {
      actions.edit(last);
    }
  };

  return (
    <MessageActionsContext value={actions}>
      {isSearching && <SearchBar search={search} onClose={closeSearch} />}
      <PinBar pinned={pinned} onUnpin={(unpinned) => commands.pin(unpinned, false)} />
      {jump.isLooking && <Looking onCancel={jump.cancel} />}
      <DropZone onFiles={mayAttach ? chosenFiles.add : undefined}>
        <MessageList
          conversation={conversation}
          partner={partner}
          view={view}
          target={jump.target}
          isCovered={isCovered}
          onLeave={leave}
        />
        {!isGroup && isBlocked ? (
          <BlockedNotice person={partner} />
        ) : closed === undefined ? (
          <Composer
            name={name}
            fieldRef={field}
            conversation={conversation}
            usualLifetime={about.settings?.disappearing ?? 0}
            draft={draft}
            people={people}
            subject={bySeq.get(draft.editing?.target ?? draft.replyTo ?? 0)}
            chosen={chosenFiles}
            onSay={commands.say}
            onFiles={commands.sendFiles}
            onEdit={commands.edit}
            onEditLast={editLast}
          />
        ) : (
          <ClosedNotice why={closed} />
        )}
      </DropZone>
      {opened?.what === 'file' && (
        <Viewer
          conversation={conversation}
          files={seenFiles(rows)}
          shown={opened.seq}
          onShow={(id) => setOpened({ what: 'file', seq: id })}
          onClose={close}
        />
      )}
      {message !== undefined && opened?.what === 'menu' && (
        <MessageMenu
          message={message}
          account={account}
          mayWrite={rights.write}
          mayPin={rights.pin}
          at={opened.at}
          onClose={close}
          reply={actions.reply}
          edit={actions.edit}
          react={actions.react}
          copy={({ content }) =>
            void copyText(
              content.type === 'text' ? content.text : '',
              t('messages.copied'),
              t('messages.copyFailed'),
            )
          }
          pin={(chosenOne) => commands.pin(chosenOne, !chosenOne.isPinned)}
          remove={({ key }) => setOpened({ what: 'delete', seq: key })}
          report={({ key }) => setOpened({ what: 'report', seq: key })}
          forward={({ key }) => setOpened({ what: 'forward', seq: key })}
          pickEmoji={({ key }) => setOpened({ what: 'emoji', seq: key })}
          showReactions={actions.openReactions}
          showReceipts={
            isGroup ? ({ key }) => setOpened({ what: 'receipts', seq: key }) : undefined
          }
        />
      )}
      <EmojiPicker
        isOpen={message !== undefined && opened?.what === 'emoji'}
        title={t('reactions.pick')}
        onPick={(emoji) => message !== undefined && actions.react(message, emoji)}
        onClose={close}
      />
      <ForwardDialog
        isOpen={message !== undefined && opened?.what === 'forward'}
        onClose={close}
        onForward={(conversations) => {
          if (message?.content.type === 'text') {
            commands.forward(message.content, conversations).then(
              () => toast(t('forward.done', { count: conversations.length })),
              () => toast(t('files.failed.other'), 'failed'),
            );
          }
        }}
      />
      <DeleteDialog
        conversation={conversation}
        message={opened?.what === 'delete' ? message : undefined}
        mayDeleteForAll={
          message?.by === account &&
          message.content.type !== 'erased' &&
          about.leftSeq === undefined
        }
        onDeleteForAll={commands.purge}
        onClose={close}
      />
      {opened?.what === 'report' &&
        message?.seq !== undefined &&
        message.by !== '' &&
        message.content.type === 'text' && (
          <ReportDialog
            person={{ id: message.by, username: known(message.by) ?? t('chats.unknown') }}
            evidence={{
              type: 'message',
              text: wordsOf(message.content, t),
              conversation,
              seqs: [message.seq, ...message.edits].slice(0, REPORTED),
            }}
            onClose={close}
          />
        )}
      <ReceiptList
        conversation={conversation}
        seq={opened?.what === 'receipts' ? message?.seq : undefined}
        onClose={close}
      />
      <ReactionList message={opened?.what === 'reactions' ? message : undefined} onClose={close} />
    </MessageActionsContext>
  );
}

/** All pictures and films that are here, in order. */
function seenFiles(rows: Fold['rows']): readonly MessageFile[] {
  return rows.flatMap((row) =>
    row.type === 'message' && row.content.type === 'text'
      ? (row.content.files ?? []).filter((file) => ['picture', 'video'].includes(kindOf(file)))
      : [],
  );
}

/** A dialog that closes gives the focus back to where it was; then it is the composer's. */
function focusSoon(field: RefObject<HTMLTextAreaElement | null>): void {
  requestAnimationFrame(() => field.current?.focus());
}

function Looking({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <div
      role="status"
      className="flex items-center gap-3 border-b border-line bg-panel px-5 py-1 text-sm text-muted"
    >
      <Spinner className="size-4" />
      <span className="flex-1">{t('messages.looking')}</span>
      <button
        type="button"
        onClick={onCancel}
        className="min-h-11 rounded-lg px-2 font-semibold text-accent-text"
      >
        {t('app.cancel')}
      </button>
    </div>
  );
}
