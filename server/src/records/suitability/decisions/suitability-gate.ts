import { Injectable } from '@nestjs/common';
import { SUITABILITY_TEXT_VERSION } from '@siyu/shared/messages';
import { type Match, type MatchQuestion, recordMatch } from '@siyu/shared/suitability';
import type { EntityManager } from 'typeorm';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Clearance } from './clearance.ts';
import { clearedUntil } from './cleared-until.ts';
import { DecisionLog, type MadeDecision } from './decision-log.ts';
import { type GatePairs, GateQuestions } from './gate-questions.ts';
import { MatchRuleSetting } from './match-rule-setting.ts';

/** So many pairs of member and product are decided in one call; whoever has more asks again. */
const PAIRS_MAX = 20_000;

/** What is asked of the gate, and by whom. */
export interface GateRequest extends GatePairs {
  /** What asks: the id of a route, the name of a job or the kind of a message. It stands in the record. */
  readonly purpose: string;
  readonly actor: Principal | 'system';
}

/** What would be decided now of a member and a product; nothing passes by it. */
export interface ForeseenPair {
  readonly memberNo: number;
  readonly productId: string;
  readonly question: MatchQuestion;
  readonly match: Match;
}

/**
 * The one gate between products and members (适当性匹配): whatever brings a product to a member, a page, a list, a message or
 * a job, asks here and takes the clearance along. Each decision that counts is kept with all it rested on.
 */
@Injectable()
export class SuitabilityGate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly setting: MatchRuleSetting,
    private readonly questions: GateQuestions,
    private readonly log: DecisionLog,
  ) {}

  /**
   * Decides in the transaction of what will pass, so that both are there or neither.
   *
   * @throws RangeError for more than 20,000 pairs of member and product
   * @example
   * const clearance = await gate.decide(tx, { door: 'PUSH', memberNos, productIds, purpose: 'outreach.send', actor });
   * memberNos.filter((memberNo) => clearance.lets(memberNo, productId));
   */
  async decide(tx: Transaction, request: GateRequest): Promise<Clearance> {
    const made = await this.#make(tx.manager, request);
    const fresh = await this.log.unknown(tx.manager, made);
    await this.log.append(tx, fresh, request.purpose, request.actor);
    return clearanceOf(request, made, fresh);
  }

  /** The same for what is only read, such as a list: it writes where there is something new to be kept, and then alone. */
  async show(request: GateRequest): Promise<Clearance> {
    const made = await this.#make(this.database.read, request);
    const fresh = await this.log.unknown(this.database.read, made);
    if (fresh.length > 0)
      await this.database.runInTransaction((tx) =>
        this.log.append(tx, fresh, request.purpose, request.actor),
      );
    return clearanceOf(request, made, fresh);
  }

  /** What the gate would say now, for previews: nothing is kept, and nothing may pass by it. */
  async foresee(
    pairs: GatePairs,
    manager: EntityManager = this.database.read,
  ): Promise<readonly ForeseenPair[]> {
    const made = await this.#make(manager, pairs);
    return made.map(({ memberNo, productId, record: { question, match } }) => {
      return { memberNo, productId, question, match };
    });
  }

  async #make(manager: EntityManager, pairs: GatePairs): Promise<readonly MadeDecision[]> {
    if (pairs.memberNos.length * pairs.productIds.length > PAIRS_MAX)
      throw new RangeError(`the gate decides about ${PAIRS_MAX} pairs at once`);
    const at = this.clock.now();
    const { rules, clearedDays } = await this.setting.at(at);
    const posed = await this.questions.of(manager, pairs, at, rules);
    return posed.map((each) => {
      const record = recordMatch(each.question, rules, SUITABILITY_TEXT_VERSION);
      return {
        ...each,
        decisionId: this.randomness.uuid(),
        record,
        clearedUntil: clearedUntil(each.question, record.match, rules, clearedDays),
      };
    });
  }
}

function clearanceOf(
  { door }: GatePairs,
  made: readonly MadeDecision[],
  kept: readonly MadeDecision[],
): Clearance {
  const ids = new Set(kept.map(({ decisionId }) => decisionId));
  return new Clearance(
    door,
    made.map(({ decisionId, memberNo, productId, record: { match }, clearedUntil: until }) => {
      return {
        decisionId: ids.has(decisionId) ? decisionId : null,
        memberNo,
        productId,
        match,
        clearedUntil: until,
      };
    }),
  );
}
