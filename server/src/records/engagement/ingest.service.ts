import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EventVerdicts, ReportedEvent } from '@siyu/shared/contracts/engagement';
import { Clock } from '../../platform/clock/index.ts';
import { Database, isUnreachable } from '../../platform/database/index.ts';
import { LoadSigns } from '../../platform/http/index.ts';
import { Identity } from '../identity/index.ts';
import { believedInstant } from './clock-check.ts';
import { reportFault } from './check-reported-event.ts';
import { consentRequired, overloaded } from './engagement.errors.ts';
import type { NewEvent } from './event-log.ts';
import { EventWriter } from './event-writer.service.ts';
import { GroupCommit } from './group-commit.ts';
import { SABOTAGE_LEAD_MS, sabotageOf } from './sabotage.ts';

interface Report {
  readonly memberNo: number;
  readonly events: readonly ReportedEvent[];
}
type Verdict = EventVerdicts['verdicts'][number];
/** Null: the member does not allow recording, nothing was stored. */
type Answer = { readonly verdicts: readonly Verdict[] } | { readonly verdicts: null };

/** Takes what phones report. Requests share commits; each is answered only after its own. */
@Injectable()
export class Ingest {
  private readonly sabotage = sabotageOf(process.env);
  private readonly groups: GroupCommit<Report, Answer>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly writer: EventWriter,
    signs: LoadSigns,
  ) {
    this.groups = new GroupCommit({
      commit: (reports) => this.commit(reports),
      weightOf: (report) => report.events.length,
      weightMax: 300,
      waitMs: 3,
      // SQLite has one writer; on a server several groups may wait for the disk at the same time.
      concurrency: database.engine === 'sqlite' ? 1 : 4,
      backlogMax: 20_000,
      refuse: overloaded,
      isOfAll: isUnreachable,
    });
    signs.add(() => this.groups.isWaitedFor);
  }

  /** @throws {AppError} identity.consent_required when the member does not allow recording. */
  async record(memberNo: number, events: readonly ReportedEvent[]): Promise<readonly Verdict[]> {
    if (this.sabotage !== null) return this.acknowledgeTooEarly(memberNo, events);
    const { verdicts } = await this.groups.submit({ memberNo, events });
    if (verdicts === null) throw consentRequired();
    return verdicts;
  }

  private commit(reports: readonly Report[]): Promise<readonly Answer[]> {
    const memberNos = [...new Set(reports.map((report) => report.memberNo))].sort((a, b) => a - b);
    return this.database.runInTransaction(async (tx) => {
      await this.identity.lockMembers(tx, memberNos);
      // Asked under the lock: a withdrawal has either happened or waits until this is committed.
      const permitted = await this.identity.permitted(memberNos, 'SERVICE', tx.manager);
      const now = this.clock.now();
      const allowed = reports.filter((report) => permitted.has(report.memberNo));
      const events = allowed.flatMap((report) => newEventsOf(report, now));
      const written = new Set(
        (await this.writer.append(tx, events)).map((event) => `${event.memberNo}:${event.eventId}`),
      );
      return reports.map(({ memberNo, events: reported }) => {
        if (!permitted.has(memberNo)) return { verdicts: null };
        // An id is recorded once: the first report of it takes it out of the set.
        const isNew = (eventId: string) => written.delete(`${memberNo}:${eventId}`);
        return { verdicts: reported.map((event) => verdictOf(event, isNew)) };
      });
    });
  }

  /** What must never be: the promise is given while the events live in memory only. */
  private acknowledgeTooEarly(memberNo: number, events: readonly ReportedEvent[]): readonly Verdict[] {
    void pause(SABOTAGE_LEAD_MS).then(() => this.groups.submit({ memberNo, events }));
    return events.map((event) => verdictOf(event, () => true));
  }
}

function newEventsOf({ memberNo, events }: Report, now: number): NewEvent[] {
  return events
    .filter((event) => reportFault(event) === null)
    .map((event) => ({
      memberNo,
      eventId: event.eventId,
      type: event.type,
      source: 'phone' as const,
      contentId: event.contentId ?? null,
      productId: event.productId ?? null,
      channelId: event.channelId ?? null,
      campaignId: event.campaignId ?? null,
      sessionId: event.sessionId ?? null,
      value: event.value ?? null,
      schemaVersion: event.schemaVersion ?? 1,
      ...believedInstant(Date.parse(event.occurredAt), now),
    }));
}

function verdictOf(event: ReportedEvent, isNew: (eventId: string) => boolean): Verdict {
  const { eventId } = event;
  const code = reportFault(event);
  if (code !== null) return { eventId, verdict: 'refused', code };
  return { eventId, verdict: isNew(eventId) ? 'recorded' : 'duplicate', code: null };
}
