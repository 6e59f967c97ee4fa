import type { ReviewRow } from '@siyu/shared/contracts/reviews';

export type ReviewState = ReviewRow['state'];
const states = ['OPEN', 'APPROVED', 'REJECTED', 'SUPERSEDED'] as const satisfies readonly ReviewState[];
export const REVIEW_CHOICES = [...states, 'ALL'] as const;
export type ReviewChoice = (typeof REVIEW_CHOICES)[number];

/** Open ones first of all: the page is a work list. @example readReviewChoice(new URLSearchParams()) // => 'OPEN' */
export const readReviewChoice = (params: URLSearchParams): ReviewChoice =>
  REVIEW_CHOICES.find((each) => each === params.get('state')) ?? 'OPEN';
