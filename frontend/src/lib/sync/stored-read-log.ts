import type { ReadLog } from '@/lib/backup/history-backup';
import { conversationStream } from '@/lib/socket/streams';
import type { LogStore } from '@/lib/storage/log-store';

/** What this browser has stored of encrypted conversations, for the backup. */
export function storedReadLog(log: LogStore): ReadLog {
  return {
    async unkept(conversation, key, limit) {
      const stream = conversationStream(conversation);
      const { floor, readTo, backedUp } = await log.row(stream);
      const from = backedUp?.key === key ? backedUp.upTo : floor;
      return log.readBehind(stream, from, readTo ?? floor, limit);
    },
    kept: (conversation, key, upTo) =>
      log.setBackedUp(conversationStream(conversation), { key, upTo }),
  };
}
