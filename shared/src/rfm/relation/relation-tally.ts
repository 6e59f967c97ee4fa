import type { RelationSpan } from './relation-spans.ts';
import type { RelationFacts, RelationStep } from './relation-stage.ts';

type ConditionCode = RelationStep['code'];

/**
 * What counts for a relation while one walks through the days; each day costs only what changes on it.
 *
 * @example
 * const tally = new RelationTally();
 * const tie = { code: 'tied', countedAs: 'a', factId: 'a', from: epochDay(101), until: epochDay(200) } as const;
 * void tally.begin(tie) // => undefined
 * tally.facts() // => { isTied: true, kinds60d: 0, … }
 * tally.proof('tied', 1) // => ['a']
 */
export class RelationTally {
  /** By condition: the fact that counts for each `countedAs`. */
  private readonly counting: Record<ConditionCode, Map<string, string>> = {
    tied: new Map(),
    kinds_60d: new Map(),
    paths_finished: new Map(),
    consultations_rated: new Map(),
    risk_assessment_valid: new Map(),
    co_creations: new Map(),
  };

  end({ code, countedAs }: RelationSpan): void {
    this.counting[code].delete(countedAs);
  }

  begin({ code, countedAs, factId }: RelationSpan): void {
    this.counting[code].set(countedAs, factId);
  }

  facts(): RelationFacts {
    const { counting } = this;
    return {
      isTied: counting.tied.size > 0,
      kinds60d: counting.kinds_60d.size,
      pathsFinished: counting.paths_finished.size,
      consultationsRated: counting.consultations_rated.size,
      hasValidRiskAssessment: counting.risk_assessment_valid.size > 0,
      coCreations: counting.co_creations.size,
    };
  }

  /** Ids of facts that meet a condition: at most `need`, those first that have counted longest. */
  proof(code: ConditionCode, need: number): readonly string[] {
    return [...this.counting[code].values()].slice(0, need);
  }
}
