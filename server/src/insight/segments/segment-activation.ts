import { Injectable } from '@nestjs/common';
import { Audit, sha256OfJson } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { LiveSegments } from './live-segments.ts';
import { SEGMENT_PLACING_JOB } from './placing-run.ts';
import type { LiveSegment } from './resolve-rules.ts';
import { checkDrawnRule } from './rule-checks.ts';
import { DefinedSegment, keyOfSegment, SegmentVersionEntry } from './segment-definition.entity.ts';
import { SegmentShelf } from './segment-shelf.ts';
import { nothingDrafted, retired, segmentNotFound, stillUsed } from './segments.errors.ts';

/**
 * Makes drafts live and ends segments. A version that was live never changes. None waits for a second person: a segment
 * sorts, and whatever acts on one has a review of its own.
 */
@Injectable()
export class SegmentActivation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly shelf: SegmentShelf,
    private readonly live: LiveSegments,
  ) {}

  /** @throws {AppError} segments.not_found, segments.draft_changed, segments.nothing_drafted, segments.circle, … */
  async activate(caller: Principal, segmentId: string, revision: number): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      await this.shelf.lock(tx);
      const kept = await this.shelf.take(tx, segmentId, revision);
      const { draftRule: rule, draftHoldoutPercent, authorId } = kept;
      if (kept.state === 'RETIRED') throw retired();
      if (rule === null || draftHoldoutPercent === null) throw nothingDrafted();
      const live = await this.live.list(tx.manager);
      checkDrawnRule(rule, live, segmentId);
      const version = (kept.liveVersion ?? 0) + 1;
      const ruleSha256 = sha256OfJson(rule);
      const activatedAt = this.clock.now();
      const entry: SegmentVersionEntry = {
        segmentId,
        version,
        rule,
        ruleSha256,
        holdoutPercent: draftHoldoutPercent,
        authorId,
        activatedById: caller.id,
        activatedAt,
      };
      await insertRows(tx, SegmentVersionEntry, [entry]);
      await this.shelf.change(tx, kept, {
        state: 'LIVE',
        liveVersion: version,
        holdoutPercent: draftHoldoutPercent,
        draftRule: null,
        draftHoldoutPercent: null,
      });
      await this.#seekAgain(tx, [segmentId, ...asking(live, kept).map((each) => each.segmentId)]);
      const inputs = { version, ruleSha256, holdoutPercent: draftHoldoutPercent };
      await this.#note(tx, caller, 'segments.activate', segmentId, inputs);
    });
  }

  /**
   * Ends a segment: nobody is in it any more, and its history stays.
   * @throws {AppError} segments.not_found, segments.still_used
   */
  async retire(caller: Principal, segmentId: string): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      await this.shelf.lock(tx);
      const kept = await tx.manager.findOneBy(DefinedSegment, { segmentId });
      if (kept === null) throw segmentNotFound();
      if (kept.state === 'RETIRED') return;
      const key = keyOfSegment(kept.segmentNo);
      const users = (await this.live.list(tx.manager)).filter(({ names }) => names.includes(key));
      if (users.length > 0) throw stillUsed(users.map(({ name }) => `「${name}」`).join('、'));
      await this.shelf.change(tx, kept, { state: 'RETIRED', draftRule: null, draftHoldoutPercent: null });
      if (kept.liveVersion !== null) await this.#seekAgain(tx, [segmentId]);
      await this.#note(tx, caller, 'segments.retire', segmentId, { version: kept.liveVersion });
    });
  }

  /** The members of these are sought from the beginning; a search under way ends. */
  async #seekAgain(tx: Transaction, segmentIds: readonly string[]): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .update(DefinedSegment)
      .set({ placingNo: () => 'placing_no + 1', placingAfter: 0 })
      .where('segment_id IN (:...segmentIds)', { segmentIds })
      .execute();
    tx.afterCommit(() => this.jobs.wake(SEGMENT_PLACING_JOB));
  }

  #note(
    tx: Transaction,
    actor: Principal,
    action: string,
    subjectId: string,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subjectKind: 'segment', subjectId, inputs });
  }
}

/** Live segments whose members depend on this one's. */
function asking(live: readonly LiveSegment[], { segmentNo }: DefinedSegment): readonly LiveSegment[] {
  const key = keyOfSegment(segmentNo);
  return live.filter(({ asksFor }) => asksFor.has(key));
}
