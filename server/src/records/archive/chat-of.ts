import type { ArchivedMessage } from '../../foundation/wechat/index.ts';
import type { SpeakerKind } from './archive-message.entity.ts';

/** Customers of every firm have ids of this form; employees have whatever the administrator gave them. */
const CONTACT = /^w[mo][\w-]{20,126}$/;
const USER_ID_MAX = 64;

/** Who talks where: what of a message decides whether it may be kept. */
export interface Chat {
  readonly chatKey: string;
  readonly chatId: string | null;
  readonly fromKind: SpeakerKind;
  readonly wecomUserId: string | null;
  readonly contactId: string | null;
  /** Whose consent it needs, and to being recorded with whom or in which group; null for staff in a group. */
  readonly consent: { readonly contactId: string; readonly withId: string } | null;
}

export const isContact = (id: string): boolean => CONTACT.test(id);

/** The chat of a message; null for staff among themselves and robots, of whom nothing is kept. */
export function chatOf({ from, to, chatId }: Pick<ArchivedMessage, 'from' | 'to' | 'chatId'>): Chat | null {
  const fromKind = isContact(from) ? 'CONTACT' : 'STAFF';
  if (fromKind === 'STAFF' && from.length > USER_ID_MAX) return null;
  if (chatId !== null) {
    const isOfContact = fromKind === 'CONTACT';
    return {
      chatKey: chatId,
      chatId,
      fromKind,
      wecomUserId: isOfContact ? null : from,
      contactId: isOfContact ? from : null,
      consent: isOfContact ? { contactId: from, withId: chatId } : null,
    };
  }
  const everybody = [from, ...to];
  const contactId = everybody.find(isContact);
  const wecomUserId = everybody.find((id) => !isContact(id));
  if (contactId === undefined || wecomUserId === undefined || wecomUserId.length > USER_ID_MAX) return null;
  return {
    chatKey: `${wecomUserId} ${contactId}`,
    chatId: null,
    fromKind,
    wecomUserId,
    contactId,
    consent: { contactId, withId: wecomUserId },
  };
}
