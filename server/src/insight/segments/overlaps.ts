import type { SegmentOverlap } from '@siyu/shared/contracts/segment-definitions';
import { z } from 'zod';

/** Members of a part of the firm, and of these those that fulfil a rule; a sum over nobody is null. */
export const Tally = z.object({ members: z.coerce.number(), both: z.coerce.number() });
const Code = z.string().nullable();
/** Parts by group, stage and tier at once. */
export const Tallies = z.array(Tally.extend({ groupCode: Code, stage: Code, tier: Code }));

/** Segments shown, those that share most first. */
const SHOWN = 50;

/** What a rule shares with each segment, those it shares nobody with left out. */
export function overlapsOf(
  parts: z.infer<typeof Tallies>,
  defined: readonly SegmentOverlap[],
): SegmentOverlap[] {
  const builtIn = new Map<string, SegmentOverlap>();
  for (const { groupCode, stage, tier, members, both } of parts) {
    const codes = { group: groupCode, stage, tier };
    for (const [kind, code] of Object.entries(codes)) {
      if (code === null) continue;
      const key = `${kind}.${code}`;
      const known = builtIn.get(key) ?? { key, name: null, members: 0, both: 0 };
      builtIn.set(key, { ...known, members: known.members + members, both: known.both + both });
    }
  }
  return [...defined, ...builtIn.values()]
    .filter(({ both }) => both > 0)
    .sort((one, other) => other.both - one.both || (one.key < other.key ? -1 : 1))
    .slice(0, SHOWN);
}
