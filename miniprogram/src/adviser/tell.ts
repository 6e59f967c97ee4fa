import { type AdviserMessage, adviserMessages, fillTemplate } from '@siyu/shared/messages';

/** A sentence of the advisers' own catalogue with its values filled in. */
export function tell(code: AdviserMessage, values: Readonly<Record<string, string | number>> = {}): string {
  return fillTemplate(adviserMessages[code], values);
}
