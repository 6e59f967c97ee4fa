import { setImmediate as letOthersIn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { SegmentHoldout } from '@siyu/shared/contracts/segment-definitions';
import { isHeldOut, isRatioSuspicious } from '@siyu/shared/rules';
import type { Scope } from '../../platform/http/index.ts';
import { type DefinedSegment, keyOfSegment } from './segment-definition.entity.ts';
import { Stays } from './stays.ts';

const PAGE = 20_000;

/** Who is held out of a segment is no row: the lot says it of every member, as often as it is asked. */
@Injectable()
export class Holdouts {
  constructor(private readonly stays: Stays) {}

  /** Of the members there are now; null where nobody is to be held out. */
  async countIn(
    scope: Scope,
    { segmentId, segmentNo, holdoutPercent }: DefinedSegment,
  ): Promise<SegmentHoldout | null> {
    if (holdoutPercent === 0) return null;
    const key = keyOfSegment(segmentNo);
    let [members, heldOut] = [0, 0];
    for (let after: number | undefined = 0; after !== undefined;) {
      const page: readonly number[] = await this.stays.listNumbers(scope, key, after, PAGE);
      members += page.length;
      heldOut += page.filter((memberNo) => isHeldOut(segmentId, memberNo, holdoutPercent)).length;
      after = page.length < PAGE ? undefined : page.at(-1);
      await letOthersIn();
    }
    return {
      heldOut,
      expected: (members * holdoutPercent) / 100,
      isSuspicious: isRatioSuspicious(heldOut, members, holdoutPercent),
    };
  }
}
