import { say } from '../words/say';

/** How long the money should stay. */
export const horizonInWords = (months: number): string =>
  months === 0 ? say('shelf.horizon.any') : say('shelf.horizon', { months });
