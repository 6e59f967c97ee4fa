import { eventNames } from '@siyu/shared/messages';

const names: Readonly<Record<string, string>> = eventNames;

/** What somebody did; a kind that is newer than this app is shown as it is called. */
export const eventInWords = (type: string): string => names[type] ?? type;
