import type { AdviserSession } from '@siyu/shared/contracts/staff-phone';
import { staffPhoneRoutes } from '@siyu/shared/contracts/staff-phone.routes';
import { sentenceOfError } from '../api/api-error';
import { provideBearer } from '../api/bearer';
import { call } from '../api/call';
import { createStore } from '../phone/store';
import { fetchLoginCode } from '../session/login-code';
import { session } from '../session/session';

/** opening: not known yet · untied: this WeChat stands for nobody of the staff · open: the adviser's pages are. */
export interface AdviserState {
  readonly phase: 'opening' | 'untied' | 'no-wechat' | 'failed' | 'open';
  /** In memory only: whoever finds the phone finds no token on it. */
  readonly opened: AdviserSession | null;
  readonly sentence: string | null;
}

export const adviser = createStore<AdviserState>({ phase: 'opening', opened: null, sentence: null });

provideBearer({ token: () => adviser.get().opened?.token ?? null, renew: openAdviser }, 'adviser');

let opening: Promise<boolean> | null = null;

/** Signs in by the phone alone, one at a time. @returns whether the pages are open */
export function openAdviser(): Promise<boolean> {
  opening ??= open().finally(() => {
    opening = null;
  });
  return opening;
}

/** Ties this WeChat to the account whose code was shown at the desk. @throws ApiError */
export async function tiePhone(deskCode: string): Promise<void> {
  const code = await loginCode();
  if (code !== null) enter(await call(staffPhoneRoutes.tiePhone, { body: { code, deskCode } }));
}

async function open(): Promise<boolean> {
  try {
    const code = await loginCode();
    if (code === null) return false;
    const opened = (await call(staffPhoneRoutes.openSession, { body: { code } })).adviser;
    if (opened === null) adviser.set({ phase: 'untied', opened: null, sentence: null });
    else enter(opened);
    return opened !== null;
  } catch (error) {
    adviser.set({ phase: 'failed', opened: null, sentence: sentenceOfError(error) });
    return false;
  }
}

async function loginCode(): Promise<string | null> {
  const login = await fetchLoginCode(session.get().runtime);
  if (login.kind === 'code') return login.code;
  adviser.set({ phase: 'no-wechat', opened: null, sentence: null });
  return null;
}

function enter(opened: AdviserSession): void {
  adviser.set({ phase: 'open', opened, sentence: null });
}
