import type { ReportedEvent } from '@siyu/shared/contracts/engagement';
import { engagementRoutes } from '@siyu/shared/contracts/engagement.routes';
import type { MemberClient } from '../harness/index.ts';
import type { Batch } from './plan.ts';
import { untilAnswered } from './until-answered.ts';

/** An event of which the server has said that it is kept. The phones' own memory: the server cannot change it. */
export interface Acknowledged {
  readonly account: string;
  readonly event: ReportedEvent;
}

export interface ReportersOptions {
  readonly members: readonly MemberClient[];
  readonly batches: readonly Batch[];
  readonly concurrency: number;
  /** Called after each acknowledgement with the number of events acknowledged so far and requests unanswered. */
  readonly onAcknowledged: (events: number, unanswered: number) => void;
}

/** Phones that report until they are answered, and note what they were promised. */
export class Reporters {
  readonly acknowledged = new Map<string, Acknowledged>();
  /** Requests that got no answer and were sent again. */
  unansweredRequests = 0;
  repostedEvents = 0;
  /** Ids of which the server said twice that it has just recorded them. */
  readonly recordedTwice = new Set<string>();
  readonly #options: ReportersOptions;
  readonly #recorded = new Set<string>();
  #inFlight = 0;
  #next = 0;

  constructor(options: ReportersOptions) {
    this.#options = options;
  }

  /** Requests of which nobody knows yet how they end. */
  get inFlight(): number {
    return this.#inFlight;
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: this.#options.concurrency }, () => this.#work()));
  }

  async #work(): Promise<void> {
    for (;;) {
      const batch = this.#options.batches[this.#next];
      this.#next += 1;
      if (batch === undefined) return;
      await this.#reportUntilAcknowledged(batch);
      if (!batch.isReposted) continue;
      this.repostedEvents += batch.events.length;
      await this.#reportUntilAcknowledged(batch);
    }
  }

  async #reportUntilAcknowledged({ member, events }: Batch): Promise<void> {
    const client = this.#options.members[member]!;
    const report = async () => {
      this.#inFlight += 1;
      try {
        return await client.call(engagementRoutes.recordEvents, { body: { events: [...events] } });
      } finally {
        this.#inFlight -= 1;
      }
    };
    const { verdicts } = await untilAnswered(report, () => {
      this.unansweredRequests += 1;
    });
    const given = new Map(verdicts.map(({ eventId, verdict }) => [eventId, verdict]));
    for (const event of events) this.#note(client.account, event, given.get(event.eventId));
    this.#options.onAcknowledged(this.acknowledged.size, this.#inFlight);
  }

  #note(account: string, event: ReportedEvent, verdict: string | undefined): void {
    if (verdict !== 'recorded' && verdict !== 'duplicate')
      throw new Error(`${event.eventId} was answered ${verdict}`);
    this.acknowledged.set(event.eventId, { account, event });
    if (verdict === 'duplicate') return;
    if (this.#recorded.has(event.eventId)) this.recordedTwice.add(event.eventId);
    this.#recorded.add(event.eventId);
  }
}
