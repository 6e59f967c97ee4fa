import { type EarningEvent, HISTORY_FIELDS, type PreparedRules } from '@siyu/shared/incentives';
import type { CheckedGroup } from '@siyu/shared/rules';

const HISTORY_KEYS: readonly string[] = HISTORY_FIELDS.map(({ key }) => key);

/** What has to be known of members before facts of theirs are decided; what no rule asks is not read. */
export interface AskedOfPast {
  /** Their earlier facts, as far back as history goes. */
  readonly history: boolean;
  readonly lessonsCompleted: boolean;
  readonly stage: boolean;
}

/** What the rules of some events ask. */
export function askedOfPast({ byEvent }: PreparedRules, events: Iterable<EarningEvent>): AskedOfPast {
  const rules = [...new Set(events)].flatMap((event) => byEvent.get(event)?.rules ?? []);
  const keys = keysOf(rules.map(({ rule: { condition } }) => condition));
  return {
    history: HISTORY_KEYS.some((key) => keys.has(key)) || rules.some(({ rule }) => rule.mission !== null),
    lessonsCompleted: keys.has('lessonsCompleted'),
    stage: keys.has('stage'),
  };
}

/** What conditions ask, by the keys of the award fields. */
export function keysOf(conditions: readonly (CheckedGroup | null)[]): ReadonlySet<string> {
  const keys = new Set<string>();
  const walk = ({ parts }: CheckedGroup): void => {
    for (const part of parts)
      if (part.kind === 'is') keys.add(part.field.key);
      else walk(part);
  };
  for (const condition of conditions) if (condition !== null) walk(condition);
  return keys;
}
