import { Injectable } from '@nestjs/common';
import {
  RuleTree,
  type SegmentDefinition,
  type SegmentDefinitionQuery,
  type SegmentDefinitionRow,
  type SegmentDefinitionRows,
  type SegmentName,
  type SegmentVersion,
} from '@siyu/shared/contracts/segment-definitions';
import { DEFINITION_STATES, SEGMENT_VERSIONS_SHOWN } from '@siyu/shared/contracts/segment-definitions.limits';
import { MOVEMENT_DAYS } from '@siyu/shared/contracts/segments.limits';
import { segmentsNamed } from '@siyu/shared/rules';
import { formatDay } from '@siyu/shared/time';
import { z } from 'zod';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Scope } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Holdouts } from './holdouts.ts';
import { LiveSegments } from './live-segments.ts';
import { DefinedSegment, keyOfSegment, SegmentVersionEntry } from './segment-definition.entity.ts';
import { segmentNotFound } from './segments.errors.ts';
import { type StayCounts, Stays } from './stays.ts';

const Position = z.tuple([z.int(), z.string()]);
const States = z.enum(DEFINITION_STATES);

/** Segments that somebody defined, with whom they hold, for the members in the caller's scope. */
@Injectable()
export class SegmentDefinitions {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly identity: Identity,
    private readonly live: LiveSegments,
    private readonly stays: Stays,
    private readonly holdouts: Holdouts,
  ) {}

  /** The last changed first. */
  async listDefinitions(
    scope: Scope,
    { limit, cursor, state, search = '', asOf: day, days }: z.output<typeof SegmentDefinitionQuery>,
  ): Promise<SegmentDefinitionRows> {
    const matching = this.database.read
      .createQueryBuilder(DefinedSegment, 'segment')
      .where(state === undefined ? "segment.state <> 'RETIRED'" : 'segment.state = :state', { state });
    if (search !== '') matching.andWhere('INSTR(segment.name, :search) > 0', { search });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [changedAt, segmentId] = after;
      matching.andWhere(
        '(segment.changedAt < :changedAt OR (segment.changedAt = :changedAt AND segment.segmentId < :segmentId))',
        { changedAt, segmentId },
      );
    }
    const found = await matching
      .orderBy('segment.changedAt', 'DESC')
      .addOrderBy('segment.segmentId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const asOf = this.stays.asOf(day);
    const [countsOf, nameOf] = await Promise.all([
      this.stays.countIn(
        page.map(({ segmentNo }) => keyOfSegment(segmentNo)),
        scope,
        asOf,
        days,
      ),
      this.#namesOf(page.map(({ authorId }) => authorId)),
    ]);
    return {
      rows: page.map((segment) => rowOf(segment, countsOf, nameOf)),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.changedAt, last.segmentId]),
      asOf: formatDay(asOf),
      days,
    };
  }

  /** @throws {AppError} segments.not_found */
  async getDefinition(scope: Scope, segmentId: string): Promise<SegmentDefinition> {
    const segment = await this.database.read.findOneBy(DefinedSegment, { segmentId });
    if (segment === null) throw segmentNotFound();
    const key = keyOfSegment(segment.segmentNo);
    const asOf = this.stays.asOf(undefined);
    const [versions, live, countsOf, due, highest, holdout] = await Promise.all([
      this.#versionsOf(segmentId),
      this.live.list(this.database.read),
      this.stays.countIn([key], scope, asOf, MOVEMENT_DAYS),
      this.identity.countDue(asOf),
      this.identity.highestNumber(),
      this.holdouts.countIn(scope, segment),
    ]);
    const { draftRule, draftHoldoutPercent, placingAfter } = segment;
    const nameOf = await this.#namesOf([segment.authorId, ...versions.map(({ authorId }) => authorId)]);
    const own = live.find((each) => each.segmentId === segmentId);
    const names = own?.names ?? segmentsNamed(draftRule);
    return {
      ...rowOf(segment, countsOf, nameOf),
      revision: segment.revision,
      draft:
        draftRule === null || draftHoldoutPercent === null
          ? null
          : {
              rule: RuleTree.parse(draftRule),
              holdoutPercent: draftHoldoutPercent,
              authorName: nameOf(segment.authorId),
              savedAt: new Date(segment.changedAt).toISOString(),
            },
      versions: versions.map((version) => versionOf(version, nameOf)),
      uses: live.filter((each) => names.includes(each.key)).map(nameOnly),
      usedBy: live.filter((each) => each.names.includes(key)).map(nameOnly),
      freshness: { asOf: formatDay(asOf), due },
      placedPercent:
        placingAfter === null ? null : Math.min(99, Math.floor((100 * placingAfter) / Math.max(1, highest))),
      holdout,
    };
  }

  #versionsOf(segmentId: string): Promise<SegmentVersionEntry[]> {
    return this.database.read.find(SegmentVersionEntry, {
      where: { segmentId },
      order: { version: 'DESC' },
      take: SEGMENT_VERSIONS_SHOWN,
    });
  }

  async #namesOf(staffIds: readonly string[]): Promise<(staffId: string) => string> {
    const staff = await this.staff.listStaffByIds(staffIds);
    return (staffId) => staff.get(staffId)?.name ?? '';
  }
}

function rowOf(
  segment: DefinedSegment,
  countsOf: (key: string) => StayCounts,
  nameOf: (staffId: string) => string,
): SegmentDefinitionRow {
  const { segmentId, segmentNo, name, purpose, liveVersion, draftRule, placingAfter } = segment;
  const key = keyOfSegment(segmentNo);
  return {
    segmentId,
    key,
    name,
    purpose,
    state: States.parse(segment.state),
    liveVersion,
    hasDraft: draftRule !== null,
    holdoutPercent: segment.holdoutPercent,
    ...countsOf(key),
    isPlacing: placingAfter !== null,
    authorName: nameOf(segment.authorId),
    changedAt: new Date(segment.changedAt).toISOString(),
  };
}

function versionOf(
  { version, rule, holdoutPercent, ruleSha256, authorId, activatedAt }: SegmentVersionEntry,
  nameOf: (staffId: string) => string,
): SegmentVersion {
  return {
    version,
    rule: RuleTree.parse(rule),
    holdoutPercent,
    ruleSha256,
    authorName: nameOf(authorId),
    activatedAt: new Date(activatedAt).toISOString(),
  };
}

const nameOnly = ({ segmentId, key, name }: SegmentName): SegmentName => ({ segmentId, key, name });
