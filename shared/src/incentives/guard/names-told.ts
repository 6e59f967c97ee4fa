import { basisOf, isForbiddenField } from './field-basis.ts';
import { eventBasisOf, isForbiddenEvent } from './event-basis.ts';
import type { GuardCode } from './refusal.ts';

/** Words of English names that say what somebody meant by a part nobody provides for. */
const WORDS: readonly (readonly [RegExp, GuardCode])[] = [
  [/chance|random|lott|odds|probab|wheel|blind|prize|raffle|draw|dice|gacha/i, 'by_chance'],
  [/share|sharing|invit|refer|friend|forward/i, 'depends_on_sharing'],
  [/team|ladder|rank|leader|downline|multi.?level|squad|assist|boost/i, 'team_or_ladder'],
  [/advis[eo]r|staff|kpi|employee|agent|broker/i, 'for_staff'],
  [
    /cash|transfer|red.?packet|rebate|commission|stored.?value|gift.?card|fund.?unit|insurance|wallet|money/i,
    'worth_money',
  ],
  [/gift|physical|parcel|goods/i, 'physical_gift'],
  [/account|open/i, 'depends_on_account'],
  [/deposit|asset|holding|balance|tier|aum|inflow/i, 'depends_on_holdings'],
  [/purchas|trad|amount|turnover|order|subscri(?:be|ption).*fund|benefit|revenue/i, 'depends_on_trading'],
  [/risk|assess|questionnaire|suitab/i, 'depends_on_risk_assessment'],
  [/consent|agree/i, 'depends_on_consent'],
  [/subscri|push|follow/i, 'depends_on_subscription'],
  [/rating|stars|score|satisf/i, 'depends_on_rating'],
  [/profile|kyc|phone|birth/i, 'depends_on_profile'],
];

/** What a name tells: of a field, of an event, or in plain words. */
export function toldBy(name: string): readonly GuardCode[] {
  if (isForbiddenField(name)) return basisOf(name);
  if (isForbiddenEvent(name)) return eventBasisOf(name);
  return WORDS.filter(([word]) => word.test(name)).map(([, code]) => code);
}

/** What all names and texts of a value tell that nobody provides for. */
export function toldWithin(value: unknown): readonly GuardCode[] {
  const told = new Set<GuardCode>();
  // Without recursion: what has not been checked may be deeper than the stack.
  const left: unknown[] = [value];
  for (let looked = 0; left.length > 0 && looked < 1_000; looked += 1) {
    const part = left.pop();
    if (typeof part === 'string') for (const code of toldBy(part)) told.add(code);
    if (typeof part !== 'object' || part === null) continue;
    for (const [name, each] of Object.entries(part)) left.push(name, each);
  }
  return [...told];
}
