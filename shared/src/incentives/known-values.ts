import type { Facts, Stored } from '../rules/index.ts';
import { dayOfInstant } from '../time/index.ts';
import { HISTORY_FIELDS, type EventFieldKey, type HistoryFieldKey } from './award-fields.ts';
import type { EarningFact } from './earning-fact.ts';
import { historyOf } from './history-of.ts';
import type { MemberState } from './member-state.ts';

type History = ReturnType<typeof historyOf>;
type Reads = (fact: EarningFact, history: History | null, ofMember: Facts) => Stored;

const OF_EVENT: Readonly<Record<EventFieldKey, Reads>> = {
  contentId: ({ contentId }) => contentId,
  occurredOn: ({ occurredAt }) => dayOfInstant(occurredAt),
  rightAnswers: ({ type, value }) => (type === 'quiz_submitted' ? value : null),
  minutesAttended: ({ type, value }) => (type === 'live_attended' ? value : null),
};
const HISTORY_KEYS: readonly string[] = HISTORY_FIELDS.map(({ key }) => key);

const isEventKey = (key: string): key is EventFieldKey => Object.hasOwn(OF_EVENT, key);
const isHistoryKey = (key: string): key is HistoryFieldKey => HISTORY_KEYS.includes(key);

/**
 * Gathers what conditions ask, one value a key. What the fact or the history says, nobody else can say.
 * @returns a closure that does so for each fact; history is looked at only when it is asked for
 */
export function knownValues(
  keys: readonly string[],
): (fact: EarningFact, state: MemberState) => readonly Stored[] {
  const reads = keys.map((key): Reads => {
    if (isEventKey(key)) return OF_EVENT[key];
    if (isHistoryKey(key)) return (_, history) => history?.[key] ?? null;
    return (_, __, ofMember) => ofMember[key] ?? null;
  });
  const asksHistory = keys.some(isHistoryKey);
  return (fact, { facts, past }) => {
    const history = asksHistory ? historyOf(fact, past) : null;
    const values: Stored[] = [];
    for (const read of reads) values.push(read(fact, history, facts));
    return values;
  };
}
