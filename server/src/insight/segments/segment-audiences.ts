import { Injectable } from '@nestjs/common';
import { BUILT_IN_SEGMENTS } from '@siyu/shared/contracts/segments.limits';
import { isHeldOut } from '@siyu/shared/rules';
import type { EntityManager } from 'typeorm';
import { among, Database, selectRows } from '../../platform/database/index.ts';
import { LiveSegments } from './live-segments.ts';
import { segmentNames } from './member-stays.ts';
import { SegmentMembership } from './segment-membership.entity.ts';

/** A segment that somebody can be addressed by now. */
export interface AddressedSegment {
  readonly key: string;
  readonly name: string;
  /** Whether the lot holds a member back, so that what is done to the others can be measured. */
  readonly isHeldOut: (memberNo: number) => boolean;
}

/** Segments as audiences: which there are, and who is in them now. */
@Injectable()
export class SegmentAudiences {
  constructor(
    private readonly database: Database,
    private readonly live: LiveSegments,
  ) {}

  /** Built-in ones and live ones, by key. */
  async list(manager: EntityManager = this.database.read): Promise<ReadonlyMap<string, AddressedSegment>> {
    const names = await segmentNames(manager);
    // Bands of one axis alone have no name by which anybody would address them.
    const builtIn = BUILT_IN_SEGMENTS.flatMap(({ key }): AddressedSegment[] => {
      const name = names.get(key);
      return name === undefined ? [] : [{ key, name, isHeldOut: () => false }];
    });
    const defined = (await this.live.list(manager)).map(
      ({ key, name, segmentId, holdoutPercent }): AddressedSegment => ({
        key,
        name,
        isHeldOut: (memberNo) => holdoutPercent > 0 && isHeldOut(segmentId, memberNo, holdoutPercent),
      }),
    );
    return new Map([...builtIn, ...defined].map((segment) => [segment.key, segment]));
  }

  /** Which of the segments each member is in now; who is in none is absent. One statement for a few hundred. */
  async presentIn(
    memberNos: readonly number[],
    keys: readonly string[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
    if (memberNos.length === 0 || keys.length === 0) return new Map();
    const [members, segments] = [among('member_no', memberNos), among('segment_key', keys)];
    const stays = await selectRows(manager, SegmentMembership, {
      sql: `${members.sql} AND ${segments.sql} AND to_as_of IS NULL`,
      values: [...members.values, ...segments.values],
    });
    const present = new Map<number, Set<string>>();
    for (const { memberNo, segmentKey } of stays)
      present.set(memberNo, (present.get(memberNo) ?? new Set<string>()).add(segmentKey));
    return present;
  }
}
