import type { RuleTree } from '@siyu/shared/contracts/segment-definitions';
import { segmentsNamed } from '@siyu/shared/rules';
import { useQuery } from '@tanstack/react-query';
import { liveSegmentsQuery } from '../segments/live-segments-query.ts';
import { readRule } from './rule-words.ts';

/** A stored rule as a sentence; the names of other segments are asked for only when it speaks of some. */
export function RuleSaid({ rule }: { rule: RuleTree }) {
  const named = segmentsNamed(rule);
  const live = useQuery({ ...liveSegmentsQuery, enabled: named.length > 0 });
  if (named.length > 0 && live.isPending) return <p className="rule-said">…</p>;
  const known = live.data ?? [];
  // One that is live no more is still named by the rules of before.
  const others = named.filter((key) => known.every((each) => each.key !== key));
  const { sentence } = readRule(rule, [...known, ...others.map((key) => ({ key, name: key }))]);
  return (
    <p className="rule-said">{sentence === null ? '这条规则按现在的字段已经读不出来。' : `${sentence}。`}</p>
  );
}
