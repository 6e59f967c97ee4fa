import { Injectable } from '@nestjs/common';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import { Randomness } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import { DefinedSegment, keyOfSegment, SegmentVersionEntry } from './segment-definition.entity.ts';
import { SegmentShelf } from './segment-shelf.ts';

/** A segment that was live once and is no more. */
export interface RetiredSegment {
  readonly name: string;
  readonly purpose: string;
  readonly rule: object;
  readonly holdoutPercent: number;
  readonly authorId: string;
  /** Epoch ms. */
  readonly activatedAt: number;
  readonly retiredAt: number;
}

/** Segments of the past, which name what was done with them; nobody is placed in them any more. */
@Injectable()
export class RetiredSegments {
  constructor(
    private readonly randomness: Randomness,
    private readonly shelf: SegmentShelf,
  ) {}

  /** @returns its key */
  async record(
    tx: Transaction,
    { name, purpose, rule, holdoutPercent, authorId, activatedAt, retiredAt }: RetiredSegment,
  ): Promise<{ readonly key: string }> {
    const segmentNo = Math.max(0, ...(await this.shelf.lock(tx)).map((each) => each.segmentNo)) + 1;
    const segmentId = this.randomness.uuid();
    await insertRows(tx, DefinedSegment, [
      {
        ...{ segmentId, segmentNo, name, purpose, state: 'RETIRED', liveVersion: 1, holdoutPercent },
        ...{ draftRule: null, draftHoldoutPercent: null, revision: 3, authorId, changedAt: retiredAt },
        ...{ placingNo: 0, placingAfter: null },
      },
    ]);
    await insertRows(tx, SegmentVersionEntry, [
      {
        ...{ segmentId, version: 1, rule, ruleSha256: sha256OfJson(rule), holdoutPercent, authorId },
        ...{ activatedById: authorId, activatedAt },
      },
    ]);
    return { key: keyOfSegment(segmentNo) };
  }
}
