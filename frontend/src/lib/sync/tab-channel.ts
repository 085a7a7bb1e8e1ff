import type { Change, Command } from './replica-changes';

type Message = { change: Change } | { command: Command };

/** The tabs of one account in this browser talk to each other. */
export class TabChannel {
  private readonly channel: BroadcastChannel;

  constructor(account: string) {
    this.channel = new BroadcastChannel(`parley-tabs-${account}`);
  }

  announce(change: Change): void {
    this.channel.postMessage({ change } satisfies Message);
  }

  ask(command: Command): void {
    this.channel.postMessage({ command } satisfies Message);
  }

  listen(onChange: (change: Change) => void, onCommand: (command: Command) => void): void {
    this.channel.addEventListener('message', (event: MessageEvent<Message>) => {
      if ('change' in event.data) {
        onChange(event.data.change);
      } else {
        onCommand(event.data.command);
      }
    });
  }

  close(): void {
    this.channel.close();
  }
}
