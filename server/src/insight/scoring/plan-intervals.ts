import type { Assessment } from './assess-member.ts';
import type { RelationInterval } from './relation-interval.entity.ts';
import type { Score } from './score.entity.ts';

interface IntervalPlan<Row> {
  /** The open interval, to be closed. */
  readonly close: Row | null;
  readonly open: Row | null;
}

/** What the intervals of a member's score become: nothing unless something that counts is different. */
export function planScore(
  assessment: Assessment,
  held: Score | null,
  lastIntervalNo: number,
  recordedAt: number,
): IntervalPlan<Score> {
  const { score, asOf, nextChangeOn, input } = assessment;
  if (score === null) return { close: held === null ? null : closed(held, assessment), open: null };
  const { group, ...measures } = score;
  const content = { ...measures, groupCode: group, nextChangeOn };
  if (held !== null && isSame(content, held)) return { close: null, open: null };
  return {
    close: held === null ? null : closed(held, assessment),
    open: {
      ...content,
      memberNo: input.memberNo,
      intervalNo: lastIntervalNo + 1,
      fromSeq: input.seq,
      fromAsOf: asOf,
      toSeq: null,
      toAsOf: null,
      recordedAt,
    },
  };
}

/** The same for the stage of the relation. */
export function planRelation(
  assessment: Assessment,
  held: RelationInterval | null,
  recordedAt: number,
): IntervalPlan<RelationInterval> {
  const { input, asOf, stage, rulesVersion } = assessment;
  if (held !== null && held.stage === stage) return { close: null, open: null };
  return {
    close: held === null ? null : closed(held, assessment),
    open: {
      memberNo: input.memberNo,
      intervalNo: (held?.intervalNo ?? 0) + 1,
      fromSeq: input.seq,
      fromAsOf: asOf,
      toSeq: null,
      toAsOf: null,
      stage,
      rulesVersion,
      // The last day whose facts were read.
      reachedOn: asOf - 1,
      evidence: { ...input.relation },
      recordedAt,
    },
  };
}

function closed<Row extends { toSeq: number | null; toAsOf: number | null }>(
  held: Row,
  { input, asOf }: Assessment,
): Row {
  return { ...held, toSeq: input.seq, toAsOf: asOf };
}

function isSame(content: Partial<Score>, held: Score): boolean {
  const before = new Map<string, unknown>(Object.entries(held));
  return Object.entries(content).every(([name, value]) => before.get(name) === value);
}
