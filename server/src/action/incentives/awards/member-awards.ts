import { Injectable } from '@nestjs/common';
import type {
  MemberAwardQuery,
  MemberAwards as AwardPage,
  MemberMission,
  MissionBoard,
} from '@siyu/shared/contracts/awards';
import { missionProgress } from '@siyu/shared/incentives';
import { In, LessThan } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { type LiveRule, LiveRules } from '../rules/live-rules.ts';
import { Award } from './award.entity.ts';
import { memberAward, rewardView } from './award-views.ts';
import { CheckIns } from './check-ins.ts';
import { EarningFactRow } from './earning-fact.entity.ts';

const Position = z.tuple([z.int()]);
/** A refused award was never given, and is nothing that a member did wrong. */
const SHOWN = ['AWARDED', 'HELD', 'REVERSED'] as const;
const BADGES_MAX = 50;

/** What a member sees of thanks: what there is to do, and what they were given for what they did. */
@Injectable()
export class MemberAwards {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly rules: LiveRules,
    private readonly checkIns: CheckIns,
  ) {}

  /** The latest first, under whichever registration they were earned. */
  async list(memberNo: number, query: z.output<typeof MemberAwardQuery>): Promise<AwardPage> {
    const { limit, cursor, contentId } = query;
    const after = decodeCursor(cursor, Position);
    const rows = await this.database.read.find(Award, {
      where: {
        memberNo: In([...(await this.identity.numbersOf(memberNo))]),
        state: In([...SHOWN]),
        ...(after !== null && { awardNo: LessThan(after[0]) }),
        ...(contentId !== undefined && { contentId }),
      },
      order: { awardNo: 'DESC' },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      rows: page.map(memberAward),
      nextCursor: last === undefined ? null : encodeCursor([last.awardNo]),
    };
  }

  async missions(memberNo: number): Promise<MissionBoard> {
    const numbers = await this.identity.numbersOf(memberNo);
    const now = this.clock.now();
    const [rules, facts, given, badges] = await Promise.all([
      this.rules.list(this.database.read),
      this.database.read.findBy(EarningFactRow, { memberNo: In([...numbers]) }),
      this.#givenBy(numbers),
      this.database.read.find(Award, {
        select: { memberNo: true, awardNo: true, reward: true },
        where: { memberNo: In([...numbers]), state: 'AWARDED', points: 0 },
        order: { awardNo: 'DESC' },
        take: BADGES_MAX,
      }),
    ]);
    const past = facts.filter(({ withdrawnAt }) => withdrawnAt === null);
    const open = rules.filter(({ rule: { schedule } }) => schedule.from <= now && now < schedule.until);
    return {
      checkIn: await this.checkIns.stateOf(memberNo),
      missions: open.map((live) => missionOf(live, past, given.get(live.rule.ruleNo) ?? 0)),
      badges: [...new Set(badges.flatMap(({ reward }) => (reward.kind === 'badge' ? [reward.badge] : [])))],
    };
  }

  async #givenBy(numbers: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const rows = await this.database.read
      .createQueryBuilder(Award, 'a')
      .select('a.ruleNo', 'ruleNo')
      .addSelect('COUNT(*)', 'count')
      .where({ memberNo: In([...numbers]), state: In(['AWARDED', 'HELD']) })
      .groupBy('a.ruleNo')
      .getRawMany<Record<'ruleNo' | 'count', number | string>>();
    return new Map(rows.map(({ ruleNo, count }) => [Number(ruleNo), Number(count)]));
  }
}

function missionOf(
  { rule, ruleId, title, reason }: LiveRule,
  past: EarningFactRow[],
  given: number,
): MemberMission {
  const { mission, limits, schedule } = rule;
  const done = mission === null ? [] : missionProgress(mission, past, schedule);
  return {
    ruleId,
    title,
    reason,
    reward: rewardView(rule.then),
    event: rule.when,
    until: new Date(schedule.until).toISOString(),
    isOrdered: mission?.isOrdered ?? false,
    steps: (mission?.steps ?? []).map(({ event, days, count }, at) => ({
      event,
      days,
      needed: count,
      done: done[at] ?? 0,
    })),
    isDone: given >= (mission === null ? (limits.total ?? Infinity) : 1),
  };
}
