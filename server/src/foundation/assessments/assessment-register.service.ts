import { Injectable } from '@nestjs/common';
import type {
  AssessmentCover,
  AssessmentDetail,
  AssessmentQuery,
  AssessmentRow,
  AssessmentRows,
  AssessmentVersion,
} from '@siyu/shared/contracts/assessments';
import { ASSESSMENT_VERSIONS_MAX, PROCESSINGS } from '@siyu/shared/contracts/assessments.limits';
import { dayOfInstant, type EpochDay, formatDay } from '@siyu/shared/time';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { StaffDirectory } from '../organisation/index.ts';
import { dueUntil, standingOn } from './assessment-days.ts';
import { assessmentNotFound } from './assessments.errors.ts';
import { ImpactAssessment } from './impact-assessment.entity.ts';

const Position = z.tuple([z.int(), z.string()]);
const KINDS = [...new Set(Object.values(PROCESSINGS))];
const instantOf = (at: number): string => new Date(at).toISOString();
/** Of an assessment: no version of it is later, or none that was approved. */
const isLatest = (of: string): string => `NOT EXISTS (SELECT 1 FROM impact_assessments later
  WHERE later.assessment_id = ${of}.assessment_id AND later.version > ${of}.version)`;
const isLastApproved = (of: string): string => `${of}.state = 'APPROVED' AND NOT EXISTS (
  SELECT 1 FROM impact_assessments later
  WHERE later.assessment_id = ${of}.assessment_id AND later.version > ${of}.version AND later.state = 'APPROVED')`;

/** The register of assessments as those read it who answer for it. */
@Injectable()
export class AssessmentRegister {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
  ) {}

  async list({ view, limit, cursor }: z.output<typeof AssessmentQuery>): Promise<AssessmentRows> {
    const matching = this.#versions().where(isLatest('one'));
    if (view === 'DUE')
      matching.andWhere(
        `EXISTS (SELECT 1 FROM impact_assessments held WHERE held.assessment_id = one.assessment_id
          AND held.valid_until <= :until AND ${isLastApproved('held')})`,
        { until: dueUntil(this.#today()) },
      );
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere('(one.writtenAt < :at OR (one.writtenAt = :at AND one.assessmentId < :id))', {
        at: after[0],
        id: after[1],
      });
    const found = await matching
      .orderBy('one.writtenAt', 'DESC')
      .addOrderBy('one.assessmentId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodeCursor([last.writtenAt, last.assessmentId]);
    const [approved, nameOf] = [await this.#lastApproved(page), await this.#namesIn(page)];
    const rows = page.map((one) => this.#rowOf(one, approved.get(one.assessmentId), nameOf));
    return { rows, total, nextCursor };
  }

  /** @throws {AppError} assessments.not_found */
  async get(assessmentId: string): Promise<AssessmentDetail> {
    const versions = await this.#versions()
      .where({ assessmentId })
      .orderBy('one.version', 'DESC')
      .limit(ASSESSMENT_VERSIONS_MAX)
      .getMany();
    const [latest] = versions;
    if (latest === undefined) throw assessmentNotFound();
    const nameOf = await this.#namesIn(versions);
    const approved = versions.find(({ state }) => state === 'APPROVED');
    return {
      row: this.#rowOf(latest, approved, nameOf),
      versions: versions.map((version) => versionOf(version, nameOf)),
    };
  }

  /** Whether what Siyu does is assessed, kind by kind. */
  async cover(): Promise<AssessmentCover> {
    const today = this.#today();
    const inForce = () =>
      this.#versions().where(isLastApproved('one')).andWhere('one.validUntil >= :today', { today });
    const longest = await inForce()
      .select('one.kind', 'kind')
      .addSelect('MAX(one.validUntil)', 'until')
      .groupBy('one.kind')
      .getRawMany<{ kind: string; until: EpochDay }>();
    const untilOf = (kind: string) => longest.find((each) => each.kind === kind)?.until;
    return {
      kinds: KINDS.map((kind) => ({ kind, validUntil: dayInWords(untilOf(kind)) })),
      fallingDue: await inForce()
        .andWhere('one.validUntil <= :until', { until: dueUntil(today) })
        .getCount(),
    };
  }

  #versions(): SelectQueryBuilder<ImpactAssessment> {
    return this.database.read.createQueryBuilder(ImpactAssessment, 'one');
  }

  async #lastApproved(page: readonly ImpactAssessment[]): Promise<ReadonlyMap<string, ImpactAssessment>> {
    if (page.length === 0) return new Map();
    const ids = page.map(({ assessmentId }) => assessmentId);
    const found = await this.#versions()
      .where(isLastApproved('one'))
      .andWhere('one.assessmentId IN (:...ids)', { ids })
      .getMany();
    return new Map(found.map((each) => [each.assessmentId, each]));
  }

  async #namesIn(versions: readonly ImpactAssessment[]): Promise<(staffId: string) => string> {
    const people = await this.staff.listStaffByIds(
      versions.flatMap(({ writerId, deciderId }) => [writerId, ...(deciderId === null ? [] : [deciderId])]),
    );
    return (staffId) => people.get(staffId)?.name ?? '';
  }

  #rowOf(
    latest: ImpactAssessment,
    approved: ImpactAssessment | undefined,
    nameOf: (staffId: string) => string,
  ): AssessmentRow {
    return {
      assessmentId: latest.assessmentId,
      latest: versionOf(latest, nameOf),
      standing: standingOn(this.#today(), approved?.validUntil ?? null),
      approvedVersion: approved?.version ?? null,
      validUntil: dayInWords(approved?.validUntil),
    };
  }

  #today(): EpochDay {
    return dayOfInstant(this.clock.now());
  }
}

const dayInWords = (day: EpochDay | undefined): string | null => (day === undefined ? null : formatDay(day));

function versionOf(of: ImpactAssessment, nameOf: (staffId: string) => string): AssessmentVersion {
  const { version, sha256, state, writerId, writtenAt, deciderId, decidedAt } = of;
  const { kind, title, purpose, effects, protections, conclusion, assessedBy } = of;
  const days = { assessedOn: formatDay(of.assessedOn), validUntil: formatDay(of.validUntil) };
  return {
    version,
    text: { kind, title, purpose, effects, protections, conclusion, assessedBy, ...days },
    sha256,
    state,
    writerName: nameOf(writerId),
    writtenAt: instantOf(writtenAt),
    deciderName: deciderId === null ? null : nameOf(deciderId),
    decidedAt: decidedAt === null ? null : instantOf(decidedAt),
  };
}
