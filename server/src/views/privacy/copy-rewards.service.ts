import { Injectable } from '@nestjs/common';
import type { AwardReward, MemberAward } from '@siyu/shared/contracts/awards';
import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { fillTemplate, memberMessages } from '@siyu/shared/messages';
import { AwardCopies, PointsCopies, RedemptionCopies } from '../../action/incentives/index.ts';
import { EntitlementCopies } from '../../records/entitlements/index.ts';
import type { Latest, Numbers } from './rows.ts';

const MESSAGES: Readonly<Record<string, string>> = memberMessages;
const at = (instant: number): string => new Date(instant).toISOString();
const maybeAt = (instant: number | null): string | null => (instant === null ? null : at(instant));
const each = <Row, Entry>({ total, entries }: Latest<Row>, entryOf: (row: Row) => Entry) => ({
  total,
  entries: entries.map(entryOf),
});

/** What a member was thanked for, their points, and what came of them, for their copy. */
@Injectable()
export class RewardCopy {
  constructor(
    private readonly points: PointsCopies,
    private readonly awards: AwardCopies,
    private readonly redemptions: RedemptionCopies,
    private readonly entitlements: EntitlementCopies,
  ) {}

  async copyOf(numbers: Numbers, limit: number): Promise<AccessCopy['rewards']> {
    const [balance, statement, facts, awards, redemptions, entitlements] = await Promise.all([
      this.points.balanceOf(numbers),
      this.points.statementOf(numbers, limit),
      this.awards.factsOf(numbers, limit),
      this.awards.awardsOf(numbers, limit),
      this.redemptions.copyOf(numbers, limit),
      this.entitlements.copyOf(numbers, limit),
    ]);
    return {
      balance,
      statement: each(statement, ({ kind, change, what, why, availableAfter, pendingAfter, ...row }) => {
        return { posting: kind, change, what, why, availableAfter, pendingAfter, at: row.at };
      }),
      facts: each(facts, ({ event, occurredAt, value, withdrawnAt }) => ({
        event,
        occurredAt: at(occurredAt),
        value,
        takenBackAt: maybeAt(withdrawnAt),
      })),
      awards: each(awards, (award) => {
        const { title, reason, reward, state, event, givenAt, pendingUntil } = award;
        const said = { event, title, reason, reward: rewardInWords(reward), basis: basisOf(award) };
        return { ...said, outcome: state, givenAt, pendingUntil };
      }),
      redemptions: each(redemptions, ({ title, points, state, redeemedAt, cancelledAt }) => ({
        title,
        points,
        outcome: state,
        redeemedAt: at(redeemedAt),
        cancelledAt: maybeAt(cancelledAt),
      })),
      entitlements: each(entitlements, ({ kind, title, standing, source, grantedAt, expiresAt, endedAt }) => {
        return { entitlement: kind, title, standing, givenBy: source, grantedAt, expiresAt, endedAt };
      }),
    };
  }
}

const rewardInWords = ({ kind, points, badge }: AwardReward): string =>
  fillTemplate(memberMessages[`points.reward.${kind}`], { points, badge: badge ?? '' });

/** In the sentences of the page of points; what has none there is not told to members. */
const basisOf = ({ why }: MemberAward): string[] =>
  why.flatMap(({ field, value }) => {
    const sentence = MESSAGES[`award.why.${field}`];
    return sentence === undefined ? [] : [fillTemplate(sentence, { value })];
  });
