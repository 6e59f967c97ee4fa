import type { Touch } from '@siyu/shared/contracts/channels';
import { CHANNEL_KEY_PATTERN, RETURN_SCENES, TOUCHES_AT_ONCE } from '@siyu/shared/contracts/channels.limits';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { ApiError } from '../api/api-error';
import { call } from '../api/call';
import { decoded } from '../phone/decoded';
import { isRecord, phoneStorage } from '../phone/storage';
import { uuidV7 } from '../phone/uuid-v7';
import { recordableMember } from '../session/session';
import { leadFrom } from '../reading/launch-lead';
import { storedList } from './stored-list';

/** The page of every code; a shared card opens what it shows itself. */
const HOME = 'pages/home/index';
export const TOUCHES_KEY = 'siyu.touches';
const stored = storedList(phoneStorage, TOUCHES_KEY, isTouch);

/** What WeChat says of a start. */
export interface Launch {
  /** The page that was opened. */
  readonly path?: string | undefined;
  readonly scene?: number | undefined;
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * Keeps how the app was started, when that was by a key of ours: by a code (`scene=k%3D…`) or by a shared card
 * (`k=…`). Only a cold start is asked; whoever comes back to a running app brings an old scene. It stays on the phone
 * until the person has agreed to be recorded.
 */
export function noteLaunch({ path, scene = 0, query = {} }: Launch): void {
  const key = keyOf(query);
  if (key === null || RETURN_SCENES.includes(scene)) return;
  if (path === undefined || path.replace(/^\//, '') === HOME) leadFrom(key);
  const now = Date.now();
  const touch = { touchId: uuidV7(now), key, scene, occurredAt: new Date(now).toISOString() };
  // Who starts the app many times before joining: the first way and the latest ones tell enough.
  stored.change((kept) => {
    const all = [...kept, touch];
    return all.length <= TOUCHES_AT_ONCE ? all : [...all.slice(0, 1), ...all.slice(1 - TOUCHES_AT_ONCE)];
  });
}

export function waitingTouches(): readonly Touch[] {
  return stored.read();
}

/** The server has these. */
export function settleTouches(touches: readonly Touch[]): void {
  const done = new Set(touches.map(({ touchId }) => touchId));
  if (done.size > 0) stored.change((kept) => kept.filter(({ touchId }) => !done.has(touchId)));
}

export function forgetTouches(): void {
  if (stored.read().length > 0) stored.change(() => []);
}

/** Sends what waits, once the member has joined. @returns whether nothing waits any more */
export async function deliverTouches(): Promise<boolean> {
  const touches = recordableMember() === null ? [] : waitingTouches();
  if (touches.length === 0) return true;
  try {
    await call(channelsRoutes.recordTouches, { body: { touches: [...touches] } });
  } catch (error) {
    if (!(error instanceof ApiError) || error.isPassing) return false;
    // Refused for good: another try would be refused as well.
  }
  settleTouches(touches);
  return true;
}

/** The key in the query of a start; WeChat gives the scene of a code encoded. */
function keyOf(query: NonNullable<Launch['query']>): string | null {
  const scene = /^k=([0-9A-Za-z]+)$/.exec(decoded(query['scene'] ?? ''));
  const key = query['k'] ?? scene?.[1] ?? '';
  return CHANNEL_KEY_PATTERN.test(key) ? key : null;
}

function isTouch(value: unknown): value is Touch {
  return (
    isRecord(value) &&
    ['touchId', 'key', 'occurredAt'].every((name) => typeof value[name] === 'string') &&
    typeof value['scene'] === 'number'
  );
}
