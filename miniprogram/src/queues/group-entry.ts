import type { GroupCard } from '@siyu/shared/contracts/communities';
import { communitiesRoutes } from '@siyu/shared/contracts/communities.routes';
import { ApiError } from '../api/api-error';
import { currentBearer } from '../api/bearer';
import { call } from '../api/call';
import { decoded } from '../phone/decoded';
import { askForGroupData } from '../phone/group-data';
import { createStore } from '../phone/store';
import { recordableMember } from '../session/session';

/** A card in a group, with a ticket and without one. */
const GROUP_SCENES = [1044, 1008];

/** What WeChat says when the app is opened or comes back. */
export interface Start {
  readonly path?: string | undefined;
  readonly scene?: number | undefined;
  readonly shareTicket?: string | undefined;
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
}

interface GroupEntry {
  /** A start from a group that has not been told yet: a page of that group waits until it has. */
  readonly isUntold: boolean;
  /** The group of ours that the app was last opened from. */
  readonly group: GroupCard | null;
}

const NONE: GroupEntry = { isUntold: false, group: null };
export const groupEntry = createStore<GroupEntry>(NONE);

/** Kept for this run alone: a ticket is worth nothing in another. */
let noted: { readonly mark: string; readonly chat: string | null } | null = null;
let isWaiting = false;

/**
 * Notes that the app was opened from a group. Nothing is asked of WeChat before the person has agreed to be recorded.
 * A running app that comes back with the start it had says nothing new.
 */
export function noteGroupStart({ path = '', scene = 0, shareTicket = '', query = {} }: Start): void {
  // The demo system opens a browser with the name of the chat in the address; WeChat has no such parameter.
  const name = process.env.TARO_ENV === 'h5' ? decoded(query['chat'] ?? '') : '';
  const chat = name === '' ? null : name;
  if (chat === null && !GROUP_SCENES.includes(scene)) return;
  const mark = [scene, shareTicket, path, ...Object.entries(query).flat()].join(' ');
  if (mark === noted?.mark) return;
  noted = { mark, chat };
  isWaiting = true;
  groupEntry.set((before) => ({ ...before, isUntold: true }));
}

/** Ties the member who has joined to the group they came from. @returns whether nothing waits any more */
export async function deliverGroupEntry(): Promise<boolean> {
  if (!isWaiting || noted === null || recordableMember() === null) return true;
  const told = noted;
  const group = await tell(told.chat);
  // Another start, or another person, may have come meanwhile.
  if (told !== noted) return !isWaiting;
  isWaiting = group === 'later';
  groupEntry.set((before) => ({ isUntold: false, group: group === 'later' ? before.group : group }));
  return !isWaiting;
}

/** Another person may hold the phone next. */
export function forgetGroupEntry(): void {
  noted = null;
  isWaiting = false;
  groupEntry.set(NONE);
}

async function tell(chat: string | null, isSecondTime = false): Promise<GroupCard | null | 'later'> {
  const body = await askForGroupData(chat);
  if (body === null) return null;
  try {
    return (await call(communitiesRoutes.enterGroup, { body })).group;
  } catch (error) {
    if (!(error instanceof ApiError)) return null;
    if (error.isPassing) return 'later';
    // The key under which WeChat encrypts was replaced by a login elsewhere: a new login, and WeChat is asked anew.
    const isOldKey = error.code === 'communities.group_data_unreadable';
    return isOldKey && !isSecondTime && (await currentBearer().renew()) ? tell(chat, true) : null;
  }
}
