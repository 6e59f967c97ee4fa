/** Minutes of reading that are left of a lesson, at least one. */
export function minutesLeft(lesson: { readonly minutes: number; readonly readPercent: number }): number {
  return Math.max(1, Math.ceil((lesson.minutes * (100 - lesson.readPercent)) / 100));
}
