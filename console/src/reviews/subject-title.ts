import type { ReviewRow } from '@siyu/shared/contracts/reviews';
import { configName } from '../configuration/config-words.ts';

/** What a review is about, in words: configurations are known to the server by their key. */
export const subjectTitle = ({ subjectKind, subjectTitle: title }: ReviewRow): string =>
  subjectKind === 'configuration' ? configName(title) : title;
