import { GROUPS, STAGES } from '@siyu/shared/contracts/scoring.limits';
import { TIERS } from '@siyu/shared/contracts/segments.limits';
import { groupNames, segmentKindNames, stageNames, tierNames } from '@siyu/shared/messages';
import type { EntityManager } from 'typeorm';
import { among, selectRows } from '../../platform/database/index.ts';
import { DefinedSegment, keyOfSegment } from './segment-definition.entity.ts';
import { SegmentMembership } from './segment-membership.entity.ts';

/** A stay of a member in a segment, between day boundaries; `toAsOf` is exclusive, null while it goes on. */
export type MemberStay = Pick<SegmentMembership, 'memberNo' | 'segmentKey' | 'fromAsOf' | 'toAsOf'>;

/** Every stay of these members, those that are over too; one statement for a few hundred. */
export const staysOf = (
  manager: EntityManager,
  memberNos: readonly number[],
): Promise<readonly MemberStay[]> =>
  memberNos.length === 0
    ? Promise.resolve([])
    : selectRows(manager, SegmentMembership, among('member_no', memberNos));

/** What staff call the groups, stages and tiers, and the segments that they defined themselves, by their keys. */
export async function segmentNames(manager: EntityManager): Promise<ReadonlyMap<string, string>> {
  const defined = await manager.find(DefinedSegment, { select: { segmentNo: true, name: true } });
  return new Map([
    ...GROUPS.map((code) => [`group.${code}`, groupNames[code]] as const),
    ...STAGES.map((code) => [`stage.${code}`, `${segmentKindNames.stage}：${stageNames[code]}`] as const),
    ...TIERS.map((code) => [`tier.${code}`, `${segmentKindNames.tier}：${tierNames[code]}`] as const),
    ...defined.map(({ segmentNo, name }) => [keyOfSegment(segmentNo), name] as const),
  ]);
}
