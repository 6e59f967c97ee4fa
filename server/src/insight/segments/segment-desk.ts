import { Injectable } from '@nestjs/common';
import type { CreateSegment, SaveSegmentDraft } from '@siyu/shared/contracts/segment-definitions';
import { SEGMENT_DEFINITIONS_MAX } from '@siyu/shared/contracts/segment-definitions.limits';
import { z } from 'zod';
import { Audit, sha256OfJson } from '../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import { LiveSegments } from './live-segments.ts';
import { checkDrawnRule } from './rule-checks.ts';
import { DefinedSegment } from './segment-definition.entity.ts';
import { SegmentShelf, type ShelvedSegment } from './segment-shelf.ts';
import { nameTaken, retired, tooManySegments } from './segments.errors.ts';

const Made = z.object({ id: z.string() });

/** How operators draw segments: what is saved here concerns nobody until it is made live. */
@Injectable()
export class SegmentDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly shelf: SegmentShelf,
    private readonly live: LiveSegments,
  ) {}

  /**
   * @returns the id of the segment
   * @throws {AppError} segments.name_taken, segments.too_many, and what the rule is refused for
   */
  async createDefinition(
    caller: Principal,
    wanted: z.output<typeof CreateSegment>,
    key: string | null,
  ): Promise<string> {
    const asked = { principalId: caller.id, requestSha256: sha256OfJson(wanted), now: this.clock.now() };
    const work = (tx: Transaction) => this.#create(tx, caller, wanted);
    const { id } = await this.database.runInTransaction((tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    return id;
  }

  /** @throws {AppError} segments.not_found, segments.draft_changed, segments.retired, segments.name_taken, segments.circle, … */
  async saveDraft(
    caller: Principal,
    segmentId: string,
    { name, purpose, rule, holdoutPercent, revision }: z.output<typeof SaveSegmentDraft>,
  ): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const others = await this.shelf.lock(tx);
      const kept = await this.shelf.take(tx, segmentId, revision);
      if (kept.state === 'RETIRED') throw retired();
      refuseTaken(name, segmentId, others);
      const live = await this.live.list(tx.manager);
      checkDrawnRule(rule, live, segmentId);
      const own = live.find((each) => each.segmentId === segmentId);
      // What is live already is no draft: a new name needs none, and so a draft is taken back.
      const isLive = own?.holdoutPercent === holdoutPercent && sha256OfJson(own.tree) === sha256OfJson(rule);
      await this.shelf.change(tx, kept, {
        name,
        purpose,
        draftRule: isLive ? null : rule,
        draftHoldoutPercent: isLive ? null : holdoutPercent,
        authorId: caller.id,
      });
      await this.#note(tx, caller, 'segments.save_draft', segmentId, {
        revision: revision + 1,
        ruleSha256: sha256OfJson(rule),
        holdoutPercent,
      });
    });
  }

  async #create(
    tx: Transaction,
    caller: Principal,
    { name, purpose, rule, holdoutPercent }: z.output<typeof CreateSegment>,
  ): Promise<z.infer<typeof Made>> {
    const others = await this.shelf.lock(tx);
    if (others.filter(({ state }) => state !== 'RETIRED').length >= SEGMENT_DEFINITIONS_MAX)
      throw tooManySegments(SEGMENT_DEFINITIONS_MAX);
    const segmentId = this.randomness.uuid();
    refuseTaken(name, segmentId, others);
    checkDrawnRule(rule, await this.live.list(tx.manager), null);
    const row: DefinedSegment = {
      segmentId,
      segmentNo: Math.max(0, ...others.map(({ segmentNo }) => segmentNo)) + 1,
      name,
      purpose,
      state: 'DRAFT',
      liveVersion: null,
      holdoutPercent: 0,
      draftRule: rule,
      draftHoldoutPercent: holdoutPercent,
      revision: 1,
      authorId: caller.id,
      changedAt: this.clock.now(),
      placingNo: 0,
      placingAfter: null,
    };
    await insertRows(tx, DefinedSegment, [row]);
    await this.#note(tx, caller, 'segments.create', segmentId, {
      ruleSha256: sha256OfJson(rule),
      holdoutPercent,
    });
    return { id: segmentId };
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

/** Two segments of one name nobody keeps apart; a retired one gives its name free. */
function refuseTaken(name: string, segmentId: string, others: readonly ShelvedSegment[]): void {
  const isTaken = others.some(
    (each) => each.segmentId !== segmentId && each.state !== 'RETIRED' && each.name === name,
  );
  if (isTaken) throw nameTaken();
}
