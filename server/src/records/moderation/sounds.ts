import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;
const known = new Map<string, readonly string[]>();

/**
 * How a character can be pronounced, without tones; empty for what is no Chinese character.
 * @example
 * soundsOf('长') // => ['chang', 'zhang']
 */
export function soundsOf(character: string): readonly string[] {
  const found = known.get(character);
  if (found !== undefined) return found;
  const sounds = HAN.test(character)
    ? [...new Set(pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true }))]
    : [];
  known.set(character, sounds);
  return sounds;
}
