import { GROUPS, STAGES } from '@siyu/shared/contracts/scoring.limits';
import {
  BUILT_IN_SEGMENTS,
  SEGMENT_KINDS,
  TIERS,
  type SegmentKind,
} from '@siyu/shared/contracts/segments.limits';
import { groupNames, segmentKindNames, stageNames, tierNames } from '@siyu/shared/messages';

/**
 * A segment in words; a code that is not known here stands for itself.
 * @example segmentName('amount', '3') // => '数量 3 档'
 */
export function segmentName(kind: SegmentKind, code: string): string {
  switch (kind) {
    case 'group':
      return named(GROUPS, groupNames, code);
    case 'stage':
      return named(STAGES, stageNames, code);
    case 'tier':
      return named(TIERS, tierNames, code);
    case 'amount':
    case 'frequency':
    case 'benefit':
      return `${segmentKindNames[kind].slice(0, 2)} ${code} 档`;
  }
}

function named<Code extends string>(
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
  stored: string,
): string {
  const code = codes.find((each) => each === stored);
  return code === undefined ? stored : names[code];
}

/** Every built-in segment for a select, kind by kind; stages have a select of their own. */
export const segmentChoices = SEGMENT_KINDS.filter((kind) => kind !== 'stage').map((kind) => ({
  label: segmentKindNames[kind],
  options: BUILT_IN_SEGMENTS.filter((segment) => segment.kind === kind).map(({ key, code }) => ({
    value: key,
    label: segmentName(kind, code),
  })),
}));
