import { copyFieldNames, memberMessages } from '@siyu/shared/messages';
import { fen, formatYuan } from '@siyu/shared/money';

const MESSAGES: Readonly<Record<string, string>> = memberMessages;
/** Where the names of codes stand that are in the copy. */
const CODES = [
  'recorded.event.',
  'copy.purpose.',
  'copy.trade.',
  'copy.fee.',
  'copy.arrival.',
  'copy.identifier.',
  'care.state.',
] as const;
/** Codes that mean something else in other fields are looked up by the field they stand in. */
const CODES_OF: Readonly<Record<string, string>> = {
  posting: 'points.',
  outcome: 'copy.outcome.',
  entitlement: 'exchange.kind.',
  level: 'copy.level.',
  statement: 'copy.statement.',
  ground: 'professional.ground.',
  applicationState: 'professional.state.',
  safetyReason: 'elder.notice.',
  standing: 'held.standing.',
  givenBy: 'copy.given_by.',
};
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * What is in a value, one line a field: the part it stands in, which entry of the part, the field, what it says.
 * @example
 * copyCells(['小测'], '1', { correct: 2 }) // => [['小测', '1', '答对题数', '2']]
 */
export function copyCells(
  parts: readonly string[],
  entry: string,
  value: unknown,
): readonly (readonly string[])[] {
  if (Array.isArray(value)) {
    const isOfTexts = value.every((each) => typeof each === 'string');
    if (isOfTexts) return value.length === 0 ? [] : [[parts.join(' · '), entry, '', value.join('；')]];
    return value.flatMap((each, index) => copyCells(parts, numbered(entry, index + 1), each));
  }
  if (typeof value !== 'object' || value === null) return [[parts.join(' · '), entry, '', wordOf('', value)]];
  // A list with its length: the entries say how many there are.
  if ('entries' in value) return copyCells(parts, entry, value.entries);
  return Object.entries(value).flatMap(([field, inside]) => {
    const name = copyFieldNames[field] ?? field;
    const isOpen = typeof inside === 'object' && inside !== null;
    if (isOpen) return copyCells([...parts, name], entry, inside);
    return [[parts.join(' · '), entry, name, wordOf(field, inside)]];
  });
}

const numbered = (entry: string, no: number): string => (entry === '' ? String(no) : `${entry}.${no}`);

function wordOf(field: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return field.endsWith('Fen') ? formatYuan(fen(value)) : String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (INSTANT.test(text)) return momentInShanghai(text);
  const own = CODES_OF[field];
  if (own !== undefined) return MESSAGES[`${own}${text}`] ?? text;
  const code = CODES.find((each) => `${each}${text}` in MESSAGES);
  return code === undefined ? text : (MESSAGES[`${code}${text}`] ?? text);
}

function momentInShanghai(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
