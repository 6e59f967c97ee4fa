import type { Afb2023Model } from './afb-2023-model.ts';

/**
 * The name under which a score says what made it: model, preset and version.
 *
 * @example
 * modelName(afb2023) // => 'afb-2023/paper/1'
 */
export function modelName({ id, preset, version }: Afb2023Model): string {
  return `${id}/${preset}/${version}`;
}
