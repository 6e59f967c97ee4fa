import { fillTemplate, type MemberMessage, memberMessages } from '@siyu/shared/messages';

/** A sentence of the member catalogue with its values filled in. */
export function say(code: MemberMessage, values: Readonly<Record<string, string | number>> = {}): string {
  return fillTemplate(memberMessages[code], values);
}

/** Whether the catalogue has a sentence for a code that came from the server. */
export function isMemberMessage(code: string): code is MemberMessage {
  return Object.prototype.hasOwnProperty.call(memberMessages, code);
}
