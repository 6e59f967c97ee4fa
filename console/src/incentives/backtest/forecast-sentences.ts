import type { BacktestReport, Given } from '@siyu/shared/contracts/backtests';
import { BEHAVIOUR_SHARE_PERCENT } from '@siyu/shared/contracts/backtests.limits';
import { formatAmount, formatCount } from '../../format/figures.ts';
import { formatCivilDay } from '../../format/moments.ts';
import { bandOf, budgetPercent, changeTenths } from './forecast-figures.ts';

/** Every sentence of a report that says what would come of the draft. */
export interface ForecastSentences {
  readonly given: string;
  readonly budget: string;
  readonly band: string;
  readonly difference: string;
  /** Of the rule itself; null: it was never live in these days. */
  readonly ownDifference: string | null;
  /** What the chart shows. */
  readonly burn: string;
  readonly reached: string;
  readonly receivers: string;
  readonly collisions: string;
  readonly suspicions: string;
  /** Null: the draft is no mission. */
  readonly missions: string | null;
}

/** Computed from the figures of one report and nothing else, so that no sentence can say what the figures do not. */
export const forecastSentences = (report: BacktestReport): ForecastSentences => ({
  given: givenSentence(report),
  budget: budgetSentence(report),
  band: bandSentence(report),
  difference: differenceSentence(report.allGiven, report.allReally, '全部规则合计'),
  ownDifference: report.really === null ? null : differenceSentence(report.given, report.really, '这条规则'),
  burn: burnSentence(report),
  reached: reachedSentence(report),
  receivers: receiversSentence(report),
  collisions: collisionsSentence(report),
  suspicions: suspicionsSentence(report),
  missions: missionsSentence(report),
});

/** @example comparisonSentence(first, second) // => '左边比右边多送 50 次、多 500 积分、多 5.00 元。' */
export function comparisonSentence(left: BacktestReport, right: BacktestReport): string {
  const parts = moreParts(left.given, right.given);
  const members = moreOrLess(left.members - right.members, (count) => ` ${formatCount(count)} 位客户`);
  const all = [...parts, ...(members === null ? [] : [members])];
  return all.length === 0 ? '两次回测送出的一样多，送到的客户也一样多。' : `左边比右边${all.join('、')}。`;
}

function givenSentence({ days, events, given, members }: BacktestReport): string {
  const [first] = days;
  const last = days.at(-1);
  const span =
    first === undefined || last === undefined
      ? '这段时间'
      : `${formatCivilDay(first.day)} 到 ${formatCivilDay(last.day)} 的 ${formatCount(days.length)} 天`;
  const seen = `${span}里有 ${formatCount(events)} 件事`;
  if (given.awards === 0) return `${seen}，这份草稿一次也不会送出。`;
  return `${seen}，这份草稿会送给 ${formatCount(members)} 位客户 ${formatCount(given.awards)} 次，共 ${formatCount(given.points)} 积分，价值 ${formatAmount(given.valueFen)}。`;
}

function budgetSentence(report: BacktestReport): string {
  const { days, budget, given } = report;
  if (budget.endsOn !== null) {
    const nth = days.findIndex(({ day }) => day === budget.endsOn) + 1;
    return `预算在 ${formatCivilDay(budget.endsOn)}${nth > 0 ? `（第 ${formatCount(nth)} 天）` : ''}用完，之后不再送。`;
  }
  if (given.awards === 0) return '预算一分也不会用。';
  const percent = budgetPercent(report);
  return `预算够用：${formatCount(days.length)} 天里用掉${percent === 0 ? '不到 1' : ` ${percent}`}%。`;
}

function bandSentence({ given, budget }: BacktestReport): string {
  const fixed = '回测把客户的行为当作不变；规则一改，行为也会变。';
  if (given.awards === 0) return fixed;
  const [fewest, most] = bandOf(given.awards, budget.awardsMax);
  const [least, dearest] = bandOf(given.valueFen, budget.valueFenMax);
  return `${fixed}如果行为少 ${BEHAVIOUR_SHARE_PERCENT}% 或多 ${BEHAVIOUR_SHARE_PERCENT}%，大约送出 ${formatCount(fewest)} 到 ${formatCount(most)} 次，价值 ${formatAmount(least)} 到 ${formatAmount(dearest)}。`;
}

function differenceSentence(now: Given, before: Given, whose: string): string {
  const parts = moreParts(now, before);
  if (parts.length === 0) return `${whose}和实际发生的一样多。`;
  const tenths = changeTenths(now.valueFen, before.valueFen);
  const share =
    tenths === null || tenths === 0
      ? ''
      : `，价值${tenths > 0 ? '多' : '少'} ${(Math.abs(tenths) / 10).toFixed(1)}%`;
  return `${whose}比实际发生的${parts.join('、')}${share}。`;
}

function burnSentence({ days }: BacktestReport): string {
  const busiest = days.reduce<BacktestReport['days'][number] | null>(
    (most, day) => (day.valueFen > (most?.valueFen ?? 0) ? day : most),
    null,
  );
  if (busiest === null) return '没有一天会花钱。';
  const total = days.reduce((sum, { valueFen }) => sum + valueFen, 0);
  return `平均每天 ${formatAmount(Math.round(total / days.length))}，最多的一天是 ${formatCivilDay(busiest.day)}，${formatAmount(busiest.valueFen)}。`;
}

function reachedSentence({ groups, members }: BacktestReport): string {
  if (members === 0) return '没有客户会得到。';
  const largest = groups.reduce<BacktestReport['groups'][number] | null>(
    (most, group) => (group.members > (most?.members ?? 0) ? group : most),
    null,
  );
  const all = `会得到的有 ${formatCount(members)} 位客户`;
  return largest === null
    ? `${all}。`
    : `${all}，「${largest.name}」最多，有 ${formatCount(largest.members)} 位。`;
}

function receiversSentence({ receivers, given }: BacktestReport): string {
  if (receivers.length === 0 || given.awards === 0) return '没有客户会得到。';
  const awards = receivers.reduce((sum, receiver) => sum + receiver.awards, 0);
  const share = Math.min(100, Math.floor((100 * awards) / given.awards));
  return `得到最多的 ${formatCount(receivers.length)} 位一共得到 ${formatCount(awards)} 次，占全部的 ${share}%。`;
}

function collisionsSentence({ collisions }: BacktestReport): string {
  if (collisions.length === 0) return '和别的规则没有冲突。';
  const rules = new Set(collisions.map(({ ruleId }) => ruleId)).size;
  const taken = collisions.reduce((sum, collision) => sum + collision.taken, 0);
  const given = collisions.reduce((sum, collision) => sum + collision.given, 0);
  return `和 ${formatCount(rules)} 条规则有冲突：这份草稿因此少送 ${formatCount(taken)} 次，别的规则因此少送 ${formatCount(given)} 次。`;
}

function suspicionsSentence({ suspicions, given }: BacktestReport): string {
  const held = suspicions.reduce((sum, { awards }) => sum + awards, 0);
  if (held === 0) return '没有疑似异常的。';
  const tenths = Math.min(1_000, Math.round((1_000 * held) / Math.max(held, given.awards)));
  return `有 ${formatCount(held)} 次疑似异常，会先留给人核对，占 ${(tenths / 10).toFixed(1)}%。`;
}

const missionsSentence = ({ missions }: BacktestReport): string | null =>
  missions === null
    ? null
    : `任务会做完 ${formatCount(missions.finished)} 次，到最后一天还有 ${formatCount(missions.underWay)} 位客户做到一半。`;

const moreParts = (now: Given, before: Given): readonly string[] =>
  [
    moreOrLess(now.awards - before.awards, (count) => `送 ${formatCount(count)} 次`),
    moreOrLess(now.points - before.points, (count) => ` ${formatCount(count)} 积分`),
    moreOrLess(now.valueFen - before.valueFen, (count) => ` ${formatAmount(count)}`),
  ].filter((part) => part !== null);

const moreOrLess = (change: number, said: (count: number) => string): string | null =>
  change === 0 ? null : `${change > 0 ? '多' : '少'}${said(Math.abs(change))}`;
