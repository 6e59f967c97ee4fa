import { decideMatch } from './decide-match.ts';
import type { Match } from './match.ts';
import type { MatchQuestion } from './match-question.ts';
import { MATCH_RULE_VERSION, type MatchRules } from './match-rules.ts';

/**
 * A decision as it is kept: everything it rests on, so that it can be made again from the record alone (REQ-SUIT-14,
 * REQ-SUIT-15). It holds only what canonical JSON can, so that one hash stands for it.
 */
export interface MatchRecord {
  readonly ruleVersion: number;
  /** Version of the texts that members are told with. */
  readonly textVersion: number;
  readonly rules: MatchRules;
  readonly question: MatchQuestion;
  readonly match: Match;
}

/**
 * Decides, and gives the record of it.
 *
 * @param textVersion of the notices and sentences, from 1
 * @throws RangeError when the instant of the question lies outside the years 1 … 9999
 * @example
 * const investor = { kind: 'ORDINARY', level: null, validUntil: null, hasChanged: false, hasRefusedInformation: false, isCallBackDue: false, goals: null, isQualifiedForPrivate: false } as const;
 * const product = { type: 'FUND_BOND', state: 'ON_SALE', level: 'R1', levelValidUntil: epochDay(20_782), horizonMonths: 12, isPrivate: false } as const;
 * const question = { door: 'DISPLAY', at: startOfDay(epochDay(20_781)), investor, product, asking: NOTHING_ASKED } as const;
 * recordMatch(question, MATCH_RULES, 1) // => { ruleVersion: 1, textVersion: 1, match: { verdict: 'UNSUITABLE', reasons: ['NOT_ASSESSED'] }, … }
 */
export function recordMatch(question: MatchQuestion, rules: MatchRules, textVersion: number): MatchRecord {
  return {
    ruleVersion: MATCH_RULE_VERSION,
    textVersion,
    rules,
    question,
    match: decideMatch(question, rules),
  };
}
