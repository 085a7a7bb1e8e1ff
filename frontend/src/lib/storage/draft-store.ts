import type { Database, Draft } from './database';

/** Whether nothing is left of a draft that would have to be kept. */
export function isEmptyDraft({ text, replyTo, editing, expiresIn }: Draft): boolean {
  return [replyTo, editing, expiresIn].every((part) => part === undefined) && text === '';
}

/** What was typed and not sent, by conversation. */
export class DraftStore {
  constructor(private readonly database: Database) {}

  all(): Promise<Draft[]> {
    return this.database.getAll('drafts');
  }

  async save(draft: Draft): Promise<void> {
    if (isEmptyDraft(draft)) {
      await this.database.delete('drafts', draft.conversation);
    } else {
      await this.database.put('drafts', draft);
    }
  }
}
