import { useEffect, useState } from 'react';
import { BrowserBackup } from '@/lib/backup/browser-backup';
import { browserIds } from '@/lib/id/uuid-v7';
import { endSession } from '@/lib/api/session';
import { currentSession, sessionStore } from '@/lib/api/session-store';
import { BrowserGroups } from '@/lib/mls/browser-groups';
import { Replica, type ReplicaOptions } from '@/lib/sync/replica';
import { getConversation } from '../../conversation/api/get-conversation';
import { getPerson } from '../../identity/api/get-person';
import { listConversations } from '../../conversation/api/list-conversations';
import { listMembers } from '../../conversation/api/list-members';
import { issueTicket } from '../api/issue-ticket';

/**
 * Opens what this browser keeps for the account, and lets it follow the server.
 *
 * @param key the key of this browser
 */
export function useOpenReplica(
  account: string,
  device: string,
  key: CryptoKey,
): Replica | undefined {
  const [replica, setReplica] = useState<Replica>();
  useEffect(() => {
    let isClosed = false;
    let open: Replica | undefined;
    void Replica.open(options(account, device, key, () => open)).then((opened) => {
      open = opened;
      if (isClosed) {
        opened.close();
      } else {
        setReplica(opened);
      }
    });
    return () => {
      isClosed = true;
      if (isAccountGone()) {
        void open?.wipe();
      } else {
        open?.close();
      }
      setReplica(undefined);
    };
  }, [account, device, key]);
  useBrowserEvents(replica);
  return replica;
}

/** Whether the account was deleted: then nothing of it stays in this browser. */
function isAccountGone(): boolean {
  const state = sessionStore.getState();
  return state.status === 'signed-out' && state.why === 'account-deleted';
}

function options(
  account: string,
  device: string,
  key: CryptoKey,
  current: () => Replica | undefined,
): ReplicaOptions {
  const backup = new BrowserBackup(account, key);
  return {
    account,
    device,
    key,
    url: socketUrl(location),
    server: {
      issueTicket,
      conversations: listConversations,
      conversation: getConversation,
      members: listMembers,
      person: getPerson,
    },
    groups: new BrowserGroups(
      account,
      device,
      {
        // Without it others see a device that is not confirmed; the next start tries again.
        onRegistered: (made) => void backup.trust.registered(device, made).catch(() => undefined),
        onConcerns: (conversation, concerns) => {
          current()?.keysConcern(conversation, concerns);
          backup.trust.tell();
        },
        onConfirmed: (conversation, people) => current()?.devicesConfirmed(conversation, people),
      },
      key,
    ),
    openSocket: (url, protocol) => new WebSocket(url, protocol),
    isOnline: () => navigator.onLine,
    now: () => performance.now(),
    // Only spreads reconnects over time.
    // eslint-disable-next-line no-restricted-syntax
    random: () => Math.random(),
    clock: () => Date.now(),
    backup,
    ids: browserIds,
    onEnded: (why) => {
      if (why === 'wiped') {
        void current()
          ?.wipe()
          .then(() => endSession('left'));
      } else if (currentSession() !== undefined) {
        endSession('ended');
      }
    },
  };
}

function socketUrl({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/socket`;
}

/** The network comes and goes, and a page that slept has missed what the other tabs said. */
function useBrowserEvents(replica: Replica | undefined): void {
  useEffect(() => {
    const online = () => replica?.networkChanged(true);
    const offline = () => replica?.networkChanged(false);
    const awake = () => void replica?.wake();
    const shown = (event: PageTransitionEvent) => event.persisted && awake();
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    window.addEventListener('pageshow', shown);
    document.addEventListener('resume', awake);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
      window.removeEventListener('pageshow', shown);
      document.removeEventListener('resume', awake);
    };
  }, [replica]);
}
