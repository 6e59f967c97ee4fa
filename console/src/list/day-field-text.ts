import { formatCivilDay } from '../format/moments.ts';

/** What a field for a day says, and what it asks for while it is empty. */
export function dayFieldText(value: string, hasTime: boolean): string {
  if (value === '') return hasTime ? '年/月/日 时:分' : '年/月/日';
  const [day = '', time] = value.split('T');
  return [formatCivilDay(day), ...(time === undefined ? [] : [time])].join(' ');
}
