import { once } from 'node:events';
import { WebSocketServer, type WebSocket } from 'ws';

interface Question {
  id: number;
  method: string;
  params: Record<string, unknown>;
}

/** An envelope with its address. */
interface Letter {
  topic: string;
  message: string;
  tag: number;
}

interface Stored extends Letter {
  publishedAt: number;
}

/** What the relay knows letters by that it sends itself (Sign protocol 2.0). */
const TAG = { propose: 1100, approve: 1101, settle: 1102 };

/**
 * A relay of the WalletConnect network on this machine: topics, a mailbox for each, and no idea of
 * what is in the envelopes (Relay RPC, `irn`).
 */
export class Relay {
  private readonly mailboxes = new Map<string, Stored[]>();
  private readonly subscribers = new Map<string, Set<WebSocket>>();
  private readonly carried: string[] = [];
  private answers = 0;

  private constructor(private readonly server: WebSocketServer) {
    server.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => this.take(socket, data.toString()));
      socket.on('close', () => this.forget(socket));
    });
  }

  static async listen(port: number): Promise<Relay> {
    const server = new WebSocketServer({ host: '127.0.0.1', port });
    await once(server, 'listening');
    return new Relay(server);
  }

  /** Everything that was published, as it is on the wire. */
  get messages(): readonly string[] {
    return this.carried;
  }

  /** How many are connected. */
  get clients(): number {
    return this.server.clients.size;
  }

  async close(): Promise<void> {
    this.server.clients.forEach((socket) => socket.terminate());
    this.server.close();
    await once(this.server, 'close');
  }

  private take(socket: WebSocket, text: string): void {
    const question = JSON.parse(text) as Partial<Question>;
    if (question.id === undefined || question.method === undefined) {
      return;
    }
    const result = this.answer(socket, question.method, question.params ?? {});
    socket.send(JSON.stringify({ id: question.id, jsonrpc: '2.0', result }));
  }

  private answer(socket: WebSocket, method: string, params: Record<string, unknown>): unknown {
    const topics = (params.topics ?? [params.topic]) as string[];
    switch (method) {
      case 'irn_subscribe':
        this.subscribe(socket, topics);
        return topics[0];
      case 'irn_batchSubscribe':
        this.subscribe(socket, topics);
        return topics;
      case 'irn_unsubscribe':
        topics.forEach((topic) => this.subscribers.get(topic)?.delete(socket));
        return true;
      case 'irn_publish':
        this.publish(socket, params as unknown as Letter);
        return true;
      case 'wc_proposeSession':
        this.subscribe(socket, [params.pairingTopic as string]);
        this.publish(socket, {
          topic: params.pairingTopic as string,
          message: params.sessionProposal as string,
          tag: TAG.propose,
        });
        return true;
      case 'wc_approveSession':
        this.subscribe(socket, [params.sessionTopic as string]);
        this.publish(socket, {
          topic: params.pairingTopic as string,
          message: params.sessionProposalResponse as string,
          tag: TAG.approve,
        });
        this.publish(socket, {
          topic: params.sessionTopic as string,
          message: params.sessionSettlementRequest as string,
          tag: TAG.settle,
        });
        return true;
      case 'irn_fetchMessages':
      case 'irn_batchFetchMessages':
        return {
          messages: topics.flatMap((topic) => this.collect(topic)),
          hasMore: false,
        };
      default:
        throw new Error(`a relay knows no ${method}`);
    }
  }

  private subscribe(socket: WebSocket, topics: readonly string[]): void {
    for (const topic of topics) {
      const those = this.subscribers.get(topic) ?? new Set();
      this.subscribers.set(topic, those.add(socket));
      this.collect(topic).forEach((stored) => this.deliver(socket, stored));
    }
  }

  private publish(from: WebSocket, { topic, message, tag }: Letter): void {
    const stored = { topic, message, tag, publishedAt: Date.now() };
    this.carried.push(message);
    const others = [...(this.subscribers.get(topic) ?? [])].filter((socket) => socket !== from);
    others.forEach((socket) => this.deliver(socket, stored));
    if (others.length === 0) {
      this.mailboxes.set(topic, [...(this.mailboxes.get(topic) ?? []), stored]);
    }
  }

  /** What waits for whoever comes first. */
  private collect(topic: string): readonly Stored[] {
    const waiting = this.mailboxes.get(topic) ?? [];
    this.mailboxes.delete(topic);
    return waiting;
  }

  private deliver(socket: WebSocket, data: Stored): void {
    this.answers += 1;
    const params = { id: data.topic, data };
    socket.send(
      JSON.stringify({ id: this.answers, jsonrpc: '2.0', method: 'irn_subscription', params }),
    );
  }

  private forget(socket: WebSocket): void {
    this.subscribers.forEach((those) => those.delete(socket));
  }
}
