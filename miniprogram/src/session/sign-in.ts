import type { MemberProfile } from '@siyu/shared/contracts/identity';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { sentenceOfError } from '../api/api-error';
import { provideBearer } from '../api/bearer';
import { call } from '../api/call';
import { forgetGroupEntry } from '../queues/group-entry';
import { dropCached } from '../reading/cached';
import { say } from '../words/say';
import {
  dropAccount,
  dropSession,
  findKeptRuntime,
  findKeptSession,
  keepAccount,
  keepMember,
  keepRuntime,
  keepSession,
} from './kept-session';
import { fetchLoginCode } from './login-code';
import { enterAs, session } from './session';

let renewing: Promise<boolean> | null = null;

/** Opens the app: with the session kept on the phone at once, else by a silent login. */
export async function start(): Promise<void> {
  provideBearer({ token: () => findKeptSession()?.token ?? null, renew });
  session.set((before) => ({ ...before, phase: 'starting', sentence: null, runtime: findKeptRuntime() }));
  const kept = findKeptSession();
  if (kept !== null) enterAs(kept.member);
  try {
    await refreshRuntime();
    if (kept === null) await signIn();
    else await refreshMember();
  } catch (error) {
    if (findKeptSession() === null)
      session.set((before) => ({ ...before, phase: 'failed', sentence: sentenceOfError(error) }));
  }
}

export async function signIn(): Promise<void> {
  const login = await fetchLoginCode(session.get().runtime);
  if (login.kind === 'code') {
    const opened = await call(identityRoutes.openSession, { body: { code: login.code } });
    keepSession(opened);
    enterAs(opened.member);
  } else {
    const phase = login.kind === 'choose' ? 'choosing' : 'no-wechat';
    session.set((before) => ({ ...before, phase, member: null }));
  }
}

/** Signs in as one of the demo customers; for a browser only. */
export async function signInAs(account: string): Promise<void> {
  keepAccount(account);
  try {
    await signIn();
  } catch (error) {
    dropAccount();
    throw error;
  }
}

export async function refreshMember(): Promise<void> {
  takeMember(await call(identityRoutes.getMe, {}));
}

/** Takes over what the server answered about the member. */
export function takeMember(member: MemberProfile): void {
  keepMember(member);
  enterAs(member);
}

/** Ends the session here and on the server, and clears what the phone has kept of the member. */
export async function signOut(): Promise<void> {
  try {
    await call(identityRoutes.closeSession, {});
  } catch {
    // The token is forgotten here in any case and expires there.
  }
  forgetHere();
  session.set((before) => ({ ...before, phase: 'starting', member: null }));
  try {
    if (process.env.TARO_ENV !== 'weapp') await signIn();
    else session.set((before) => ({ ...before, phase: 'failed', sentence: say('welcome.signed_out') }));
  } catch (error) {
    session.set((before) => ({ ...before, phase: 'failed', sentence: sentenceOfError(error) }));
  }
}

/** The account is closed: nothing of the member stays on the phone, and signing in again is theirs to begin. */
export function forgetMember(farewell: string): void {
  forgetHere();
  session.set((before) => ({ ...before, phase: 'failed', member: null, sentence: farewell }));
}

function forgetHere(): void {
  dropSession();
  dropAccount();
  dropCached();
  forgetGroupEntry();
}

async function refreshRuntime(): Promise<void> {
  const runtime = await call(identityRoutes.getRuntime, {});
  keepRuntime(runtime);
  session.set((before) => ({ ...before, runtime }));
}

/** One renewal at a time, whoever asks. */
function renew(): Promise<boolean> {
  renewing ??= signIn()
    .then(() => session.get().member !== null)
    .catch(() => false)
    .finally(() => {
      renewing = null;
    });
  return renewing;
}
