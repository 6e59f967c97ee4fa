import { SCENE_MAX } from '@siyu/shared/contracts/channels.limits';
import type { Randomness } from '../../platform/clock/index.ts';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 10;
/** Bytes from here on would make the first letters likelier than the others. */
const FAIR = 256 - (256 % LETTERS.length);

/** Ten letters and digits, each as likely as any other: 8 × 10¹⁷ keys, so nobody guesses one that is printed. */
export function makeChannelKey(randomness: Randomness): string {
  let key = '';
  while (key.length < LENGTH)
    for (const byte of randomness.bytes(LENGTH * 2))
      if (byte < FAIR && key.length < LENGTH) key += LETTERS[byte % LETTERS.length] ?? '';
  return key;
}

/** What a code carries: nothing but the key, since 32 characters are little and paper is for ever. */
export function sceneOf(key: string): string {
  const scene = `k=${key}`;
  if (scene.length > SCENE_MAX) throw new Error(`a scene of ${scene.length} characters`);
  return scene;
}
