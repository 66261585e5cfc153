// Sends requests and remembers who waits for which answer.
import type { Reply, RequestBody } from '../messages/protocol.ts';
import type { Client } from './client.ts';

/** The replies that end what a request began. */
export type LastReply = Extract<
  Reply,
  {
    kind:
      | 'loaded'
      | 'load-cancelled'
      | 'sought'
      | 'seek-cancelled'
      | 'answered'
      | 'identified'
      | 'failed';
  }
>;

const needsList: ReadonlySet<RequestBody['kind']> = new Set([
  'train',
  'step',
  'seek',
  'replay',
  'sample',
  'score',
  'ask',
]);

interface Waiter {
  resolve: (reply: LastReply) => void;
  reject: (reason: Error) => void;
}

/** A request under way. */
export interface Sent {
  id: number;
  /** Fails with the message of a failure. */
  answer: Promise<LastReply>;
}

/** Requests by their ids. */
export class Requests {
  private readonly client: Pick<Client, 'send'>;
  private readonly waiters = new Map<number, Waiter>();
  /** After a crash, until the next worker has a list: what needs one is not sent. */
  private bereft = false;

  constructor(client: Pick<Client, 'send'>) {
    this.client = client;
  }

  tell(request: RequestBody): number {
    if (this.bereft && needsList.has(request.kind)) return 0;
    return this.client.send(request);
  }

  ask(request: RequestBody): Sent {
    if (this.bereft && needsList.has(request.kind)) {
      const answer = Promise.reject<LastReply>(new Error('The core is being started again.'));
      answer.catch(() => undefined);
      return { id: 0, answer };
    }
    const id = this.client.send(request);
    const answer = new Promise<LastReply>((resolve, reject) => {
      this.waiters.set(id, { resolve, reject });
    });
    // Where nobody looks at the promise, the reply itself has already been shown.
    answer.catch(() => undefined);
    return { id, answer };
  }

  hear(reply: Reply): void {
    if (reply.kind === 'crashed') this.bereft = true;
    if (reply.kind === 'loaded') this.bereft = false;
    switch (reply.kind) {
      case 'loaded':
      case 'load-cancelled':
      case 'sought':
      case 'seek-cancelled':
      case 'answered':
      case 'identified':
        this.waiters.get(reply.id)?.resolve(reply);
        this.waiters.delete(reply.id);
        return;
      case 'failed':
        this.waiters.get(reply.id)?.reject(new Error(reply.problem.message));
        this.waiters.delete(reply.id);
        return;
      case 'crashed':
        for (const { reject } of this.waiters.values()) reject(new Error(reply.message));
        this.waiters.clear();
        return;
      default:
        return;
    }
  }
}
