import type { SearchAnswer, SearchIndex, SearchPlace } from '@/lib/search/search-index';
import type { Answer, Question, TabChannel } from './tab-channel';

/** The tab that leads may be just closed: the next one answers as soon as it leads. */
const ASK_AGAIN_MS = 500;
/** No search takes longer; then something is wrong. */
const GIVE_UP_MS = 10_000;

/** No tab has answered. */
export class SearchUnanswered extends Error {
  constructor() {
    super('No tab has answered the search.');
  }
}

type Search = Pick<SearchIndex, 'search'>;

/** Where a tab has things searched for: by itself when it leads, else by the one that does. */
export class SearchDesk {
  private index: Search | undefined;
  private questions = 0;
  private readonly waiting = new Map<string, (answer: Answer) => void>();
  /** By tab: what is being searched for, one thing at a time. */
  private readonly searching = new Map<string, { id: string; end: AbortController }>();

  constructor(
    private readonly tab: string,
    private readonly channel: Pick<TabChannel, 'question' | 'answer'>,
  ) {}

  /** From now on this tab answers. */
  lead(index: Search): void {
    this.index = index;
  }

  /**
   * @throws SearchUnanswered when no tab has answered in time
   */
  async search(
    query: string,
    from: SearchPlace | undefined,
    signal: AbortSignal,
  ): Promise<SearchAnswer> {
    this.questions += 1;
    const id = `${this.tab} ${this.questions}`;
    try {
      for (let waited = 0; waited < GIVE_UP_MS; waited += ASK_AGAIN_MS) {
        signal.throwIfAborted();
        if (this.index !== undefined) {
          return await this.index.search(query, from, signal);
        }
        const answer = await this.askOnce({ id, tab: this.tab, query, from });
        if (answer !== undefined) {
          signal.throwIfAborted();
          return answer;
        }
      }
    } finally {
      this.waiting.delete(id);
    }
    throw new SearchUnanswered();
  }

  /** Another tab asks. The same question may be asked again while it is being answered. */
  async take({ id, tab, query, from }: Question): Promise<void> {
    const before = this.searching.get(tab);
    if (this.index === undefined || before?.id === id) {
      return;
    }
    before?.end.abort();
    const end = new AbortController();
    this.searching.set(tab, { id, end });
    let answer: SearchAnswer | undefined;
    try {
      answer = await this.index.search(query, from, end.signal);
    } catch {
      // Whoever asked is told without an answer, and says so to the person.
    }
    if (this.searching.get(tab)?.id === id) {
      this.searching.delete(tab);
      this.channel.answer({ id, ...(answer === undefined ? {} : { answer }) });
    }
  }

  /** Answers nobody any more: the next tab does. */
  close(): void {
    this.index = undefined;
    this.searching.forEach(({ end }) => end.abort());
    this.searching.clear();
  }

  answered(answer: Answer): void {
    this.waiting.get(answer.id)?.(answer);
  }

  private askOnce(question: Question): Promise<SearchAnswer | undefined> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(undefined), ASK_AGAIN_MS);
      this.waiting.set(question.id, ({ answer }) => {
        clearTimeout(timer);
        if (answer === undefined) {
          reject(new SearchUnanswered());
        } else {
          resolve(answer);
        }
      });
      this.channel.question(question);
    });
  }
}
