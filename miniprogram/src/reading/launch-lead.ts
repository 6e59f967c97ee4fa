import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { call } from '../api/call';
import { openLesson } from './open-lesson';
import { recordableMember } from '../session/session';

let waiting: string | null = null;

/** The key of a code that opened the first page: where it leads is asked once the person is in. */
export function leadFrom(key: string): void {
  waiting = key;
}

/**
 * Opens what the code of this start leads to. The code itself says only its key, since paper is for ever. Asked once;
 * should it not be answered, the person stays where they are, and nothing is in their way.
 */
export async function followLaunch(): Promise<void> {
  const key = waiting;
  if (key === null || recordableMember() === null) return;
  waiting = null;
  const led = await call(channelsRoutes.openPlacement, { params: { key } }).catch(() => null);
  if (led !== null && led.lessonId !== null) openLesson(led.lessonId);
}
