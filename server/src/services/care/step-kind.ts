const KINDS = ['staff', 'member', 'system'] as const;

/** Who took a step, as it is stored; anything else is the software. */
export const stepKindOf = (kind: string): (typeof KINDS)[number] =>
  KINDS.find((each) => each === kind) ?? 'system';
