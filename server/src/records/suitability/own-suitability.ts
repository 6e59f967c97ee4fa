import { Injectable } from '@nestjs/common';
import type {
  AskedQuestionnaire,
  OwnAssessment,
  OwnAssessments,
  OwnSuitability as Shown,
} from '@siyu/shared/contracts/suitability';
import type { OwnAssessmentState } from '@siyu/shared/contracts/suitability.limits';
import { decideReassessment, standingOf } from '@siyu/shared/suitability';
import { dayOfInstant, type EpochDay, formatDay } from '@siyu/shared/time';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { countedAssessment } from './counted-assessment.ts';
import { InvestorStanding } from './investor-standing.ts';
import { PersonRecords } from './person-records.ts';
import { Questionnaires } from './questionnaire/questionnaires.ts';
import { SuitabilityLimits } from './suitability-limits.ts';
import type { ToldAssessment } from './told-assessments.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);

/** What members see of their own assessments. */
@Injectable()
export class OwnSuitability {
  constructor(
    private readonly clock: Clock,
    private readonly records: PersonRecords,
    private readonly standing: InvestorStanding,
    private readonly questionnaires: Questionnaires,
    private readonly limits: SuitabilityLimits,
  ) {}

  async questionnaire(caller: Principal): Promise<AskedQuestionnaire> {
    await this.records.memberNoOf(caller);
    const { version, value } = await this.questionnaires.at(this.clock.now());
    return {
      version,
      questions: value.questions.map(({ key, title, isMultiple, options }) => ({
        key,
        title,
        isMultiple,
        options: options.map((option) => ({ key: option.key, text: option.text })),
      })),
    };
  }

  async today(caller: Principal): Promise<Shown> {
    const memberNo = await this.records.memberNoOf(caller);
    const now = this.clock.now();
    const today = dayOfInstant(now);
    const [{ assessments }, { investor }, limits] = await Promise.all([
      this.records.read(memberNo),
      this.standing.of(memberNo),
      this.limits.at(now),
    ]);
    const history = assessments.map(({ takenAt, level }) => ({ on: dayOfInstant(takenAt), level }));
    const again = decideReassessment(history, today, limits.value);
    const latest = assessments.at(-1);
    return {
      standing: standingOf(investor, today),
      level: investor.level,
      validUntil: investor.validUntil === null ? null : formatDay(investor.validUntil),
      hasRefusedInformation: investor.hasRefusedInformation,
      latest: latest === undefined ? null : shownOf(latest, assessments, today),
      wait: again.isAllowed ? null : { reason: again.reason, from: formatDay(again.from) },
    };
  }

  /** The latest first. */
  async list(
    caller: Principal,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<OwnAssessments> {
    const { assessments } = await this.records.read(await this.records.memberNoOf(caller));
    const today = dayOfInstant(this.clock.now());
    const after = decodeCursor(cursor, Position);
    const latestFirst = [...assessments].reverse();
    const from =
      after === null ? 0 : latestFirst.findIndex(({ assessmentId }) => assessmentId === after[1]) + 1;
    const page = latestFirst.slice(from, from + limit);
    const last = latestFirst.length > from + limit ? page.at(-1) : undefined;
    return {
      assessments: page.map((each) => shownOf(each, assessments, today)),
      nextCursor: last === undefined ? null : encodeCursor([last.takenAt, last.assessmentId]),
    };
  }
}

function shownOf(one: ToldAssessment, all: readonly ToldAssessment[], today: EpochDay): OwnAssessment {
  const { assessmentId, level, score, isLowestByAnswer, questionnaireVersion, takenAt } = one;
  return {
    assessmentId,
    state: stateOf(one, all, today),
    level,
    pointsReached: score,
    isLowestByAnswer,
    questionnaireVersion,
    takenAt: new Date(takenAt).toISOString(),
    confirmedAt: one.confirmedAt === null ? null : new Date(one.confirmedAt).toISOString(),
    validUntil: formatDay(one.validUntil),
  };
}

function stateOf(one: ToldAssessment, all: readonly ToldAssessment[], today: EpochDay): OwnAssessmentState {
  const isCounted = countedAssessment(all)?.assessment === one;
  if (one.refusedAt !== null) return 'REFUSED';
  if (!isCounted && one !== all.at(-1)) return 'REPLACED';
  if (today >= one.validUntil) return 'EXPIRED';
  if (isCounted) return 'COUNTS';
  return one.isHeld && one.releasedAt === null ? 'HELD' : 'TO_CONFIRM';
}
