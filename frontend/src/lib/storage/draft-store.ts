import type { AtRest } from './at-rest';
import type { Database, Draft, StoredDraft } from './database';
import { Turns } from './turns';

/** Whether nothing is left of a draft that would have to be kept. */
export function isEmptyDraft({ text, replyTo, editing, expiresIn }: Draft): boolean {
  return [replyTo, editing, expiresIn].every((part) => part === undefined) && text === '';
}

/** What was typed and not sent, by conversation. */
export class DraftStore {
  // Sealing takes its time: what was typed last is what stays.
  private readonly turns = new Turns();

  constructor(
    private readonly database: Database,
    private readonly atRest: AtRest,
  ) {}

  async all(): Promise<Draft[]> {
    const rows = await this.database.getAll('drafts');
    return Promise.all(rows.map((row) => this.open(row)));
  }

  save(draft: Draft): Promise<void> {
    return this.turns.take(() => this.put(draft));
  }

  private async put(draft: Draft): Promise<void> {
    const { conversation, savedAt, ...written } = draft;
    if (isEmptyDraft(draft)) {
      await this.database.delete('drafts', conversation);
      return;
    }
    const sealed = await this.atRest.seal(JSON.stringify(written), placeOf(draft));
    await this.database.put('drafts', { conversation, savedAt, sealed });
  }

  private async open(row: StoredDraft): Promise<Draft> {
    if (!('sealed' in row)) {
      return row;
    }
    const { sealed, ...plain } = row;
    const written = JSON.parse(await this.atRest.open(sealed, placeOf(row))) as Omit<
      Draft,
      'conversation' | 'savedAt'
    >;
    return { ...plain, ...written };
  }
}

function placeOf({ conversation }: Pick<Draft, 'conversation'>): string {
  return `drafts ${conversation}`;
}
