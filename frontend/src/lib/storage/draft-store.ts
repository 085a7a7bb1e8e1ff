import type { Database, Draft } from './database';

/** What was typed and not sent, by conversation. */
export class DraftStore {
  constructor(private readonly database: Database) {}

  all(): Promise<Draft[]> {
    return this.database.getAll('drafts');
  }

  async save(draft: Draft): Promise<void> {
    if (draft.text === '') {
      await this.database.delete('drafts', draft.conversation);
    } else {
      await this.database.put('drafts', draft);
    }
  }
}
