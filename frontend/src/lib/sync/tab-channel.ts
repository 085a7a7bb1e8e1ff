import type { SearchAnswer, SearchPlace } from '@/lib/search/search-index';
import type { Change, Command } from './replica-changes';

/** What a tab wants to have found by the one that leads. */
export interface Question {
  id: string;
  tab: string;
  query: string;
  from?: SearchPlace | undefined;
}

/** The answer; without one the search has failed. */
export interface Answer {
  id: string;
  answer?: SearchAnswer;
}

type Message =
  { change: Change } | { command: Command } | { question: Question } | { answer: Answer };

export interface TabListener {
  onChange: (change: Change) => void;
  onCommand: (command: Command) => void;
  onQuestion: (question: Question) => void;
  onAnswer: (answer: Answer) => void;
}

/** The tabs of one account in this browser talk to each other. */
export class TabChannel {
  private readonly channel: BroadcastChannel;

  constructor(account: string) {
    this.channel = new BroadcastChannel(`parley-tabs-${account}`);
  }

  announce(change: Change): void {
    this.post({ change });
  }

  ask(command: Command): void {
    this.post({ command });
  }

  question(question: Question): void {
    this.post({ question });
  }

  answer(answer: Answer): void {
    this.post({ answer });
  }

  listen({ onChange, onCommand, onQuestion, onAnswer }: TabListener): void {
    this.channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if ('change' in data) {
        onChange(data.change);
      } else if ('command' in data) {
        onCommand(data.command);
      } else if ('question' in data) {
        onQuestion(data.question);
      } else {
        onAnswer(data.answer);
      }
    });
  }

  close(): void {
    this.channel.close();
  }

  private post(message: Message): void {
    this.channel.postMessage(message);
  }
}
