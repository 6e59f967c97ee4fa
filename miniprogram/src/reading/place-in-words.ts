import { say } from '../words/say';

/** The path a lesson stands in; one that stands in none is called what it is. */
export const pathInWords = (pathTitle: string): string =>
  pathTitle === '' ? say('school.alone') : pathTitle;

/** Which lesson of its path it is. */
export const numberInWords = (position: number): string =>
  position === 0 ? say('school.alone') : say('lesson.position', { position });
