import type { LiveChat } from '@siyu/shared/contracts/live';

/** As many as stand on the screen: older words of a live have passed. */
const SHOWN = 30;

/**
 * What is on the screen with what has come, the last said first. Words that were taken back go; the member's own
 * stay, marked as not shown. The same list when nothing has changed, so that nothing is drawn again.
 */
export function joinChats(
  before: readonly LiveChat[] | null,
  come: readonly LiveChat[],
): readonly LiveChat[] {
  if (before !== null && come.length === 0) return before;
  const chats = new Map((before ?? []).map((chat) => [chat.chatId, chat]));
  for (const chat of come) {
    const known = chats.get(chat.chatId);
    if (chat.state !== 'REFUSED') chats.set(chat.chatId, chat);
    else if (chat.isMine && known !== undefined) chats.set(chat.chatId, { ...known, state: 'REFUSED' });
    else chats.delete(chat.chatId);
  }
  return [...chats.values()].sort((a, b) => b.sentAt.localeCompare(a.sentAt)).slice(0, SHOWN);
}
