import { configurationFieldNames, configurationNames } from '@siyu/shared/messages';
import { formatAmount, formatCount } from '../format/figures.ts';
import { formatCivilDay } from '../format/moments.ts';

const DAY_MS = 86_400_000;
/** Fields in fen whose names do not say so. */
const MONEY = ['amountCuts', 'benefitCuts'];

/** @example configName('segments.tiers') // => '资产分级' */
export const configName = (key: string): string => configurationNames[key]?.name ?? key;

/** @example fieldName(['firm', 'windowDays']) // => '全公司 › 统计窗口' */
export const fieldName = (path: readonly string[]): string =>
  path.map((name) => configurationFieldNames[name] ?? name).join(' › ');

/**
 * A single value in words, by the field it stands in.
 * @example plainValue('windowDays', 365) // => '365 天'
 */
export function plainValue(field: string, value: unknown): string {
  if (value === undefined) return '没有';
  if (value === null || value === '') return '未设';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') {
    if (field.endsWith('Fen') || MONEY.includes(field)) return formatAmount(value);
    if (field === 'madeOn') return formatCivilDay(new Date(value * DAY_MS).toISOString().slice(0, 10));
    return field.endsWith('Days') || field === 'recencyCuts'
      ? `${formatCount(value)} 天`
      : formatCount(value);
  }
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatCivilDay(value) : value;
  if (Array.isArray(value))
    return value.length === 0 ? '没有' : value.map((each) => plainValue(field, each)).join('、');
  return recordLine(value);
}

/** A record on one line, such as `日期：2026年10月1日；名称：国庆节`. */
export function recordLine(record: unknown): string {
  if (typeof record !== 'object' || record === null) return '';
  return Object.entries(record)
    .map(([name, value]) => `${fieldName([name])}：${plainValue(name, value)}`)
    .join('；');
}
