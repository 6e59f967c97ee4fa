import type { MiniProgram } from '../mini-programs.ts';
import { groupOpenidOf, opengidOf, singleRoomIdOf, type Group } from '../world/groups.ts';

/** Entries that wx.getGroupEnterInfo counts as coming from a chat: cards, the group tool, the group to-do. */
const CHAT_SCENES: readonly number[] = [1007, 1008, 1044, 1158, 1160];

export interface GroupEnterAsk {
  readonly account: string;
  /** The chat the mini-program was opened from; null when from elsewhere. */
  readonly group: Group | null;
  readonly scene: number;
  readonly allowSingleChat: boolean;
  readonly needGroupOpenID: boolean;
}

export type GroupEnterAnswer =
  | { readonly kind: 'fail'; readonly errCode: 40097 | 65206 }
  | { readonly kind: 'payload'; readonly payload: object };

/** What wx.getGroupEnterInfo encrypts, or why it fails. */
export function groupEnterInfo(app: MiniProgram, ask: GroupEnterAsk): GroupEnterAnswer {
  const { group, account } = ask;
  if (group === null || !CHAT_SCENES.includes(ask.scene)) return { kind: 'fail', errCode: 40097 };
  const isSingle = group.chatType <= 2;
  if (isSingle && !ask.allowSingleChat) return { kind: 'fail', errCode: 40097 };
  if (!group.members.includes(account)) return { kind: 'fail', errCode: 65206 };
  return {
    kind: 'payload',
    payload: {
      ...(isSingle
        ? { open_single_roomid: singleRoomIdOf(app.appId, group) }
        : { opengid: opengidOf(app.appId, group) }),
      ...(ask.needGroupOpenID ? { group_openid: groupOpenidOf(app.appId, group, account) } : {}),
      chat_type: group.chatType,
    },
  };
}
