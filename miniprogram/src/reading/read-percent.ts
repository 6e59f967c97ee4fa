import { COMPLETION_PERCENT } from '@siyu/shared/contracts/content.limits';

/** Where the text of a lesson lies on the screen, in CSS pixels; `top` is negative once it is scrolled away. */
export interface TextPlace {
  readonly top: number;
  readonly height: number;
  readonly windowHeight: number;
}

/** A last line may sit half a pixel below the edge. */
const SLACK_PX = 2;

/** How much of the text has been on the screen, 0–100. */
export function readPercent({ top, height, windowHeight }: TextPlace): number {
  if (height <= 0) return 0;
  return Math.min(100, Math.max(0, Math.round(((windowHeight - top) / height) * 100)));
}

/** Whether the end of the text has come onto the screen. */
export function hasSeenEnd({ top, height, windowHeight }: TextPlace): boolean {
  return height > 0 && top + height <= windowHeight + SLACK_PX;
}

/** Reading so far: it only grows, because going back to a paragraph unreads nothing. */
export interface Reading {
  readonly percent: number;
  readonly hasSeenLastParagraph: boolean;
}

export function readOn(before: Reading, place: TextPlace): Reading {
  const percent = Math.max(before.percent, readPercent(place));
  const hasSeenLastParagraph = before.hasSeenLastParagraph || hasSeenEnd(place);
  return percent === before.percent && hasSeenLastParagraph === before.hasSeenLastParagraph
    ? before
    : { percent, hasSeenLastParagraph };
}

/** A lesson can be finished at 90 % of its text with its last paragraph seen. */
export function canFinish({ percent, hasSeenLastParagraph }: Reading): boolean {
  return percent >= COMPLETION_PERCENT && hasSeenLastParagraph;
}
