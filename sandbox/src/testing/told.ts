import type { Push } from '../message-push/push-body.ts';
import type { Box } from './open-box.ts';

/** What an account would have been told, without a server to tell it to. */
export function listenTo(box: Box, appId: string): Push[] {
  const told: Push[] = [];
  const push = box.world.mini.pushes.get(appId);
  if (push === undefined) throw new RangeError(appId);
  push.fire = (event) => told.push(event);
  return told;
}
