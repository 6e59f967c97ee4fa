/** A figure that holds from here on, until the next one. */
export interface Level {
  readonly from: number;
  readonly value: number;
}
interface Box {
  readonly width: number;
  readonly height: number;
}
interface CoursePoint {
  readonly x: number;
  readonly y: number;
}

/** The first of the levels that reach highest; null where all of them are nothing. */
export function highestLevel(levels: readonly Level[]): Level | null {
  const highest = Math.max(0, ...levels.map(({ value }) => value));
  return highest === 0 ? null : (levels.find(({ value }) => value === highest) ?? null);
}

/**
 * Two points for each level, from left to right; the highest reaches the top.
 * @param until where the last level ends
 */
export function courseLine(levels: readonly Level[], until: number, box: Box): readonly CoursePoint[] {
  const begin = levels[0]?.from ?? until;
  const highest = highestLevel(levels)?.value ?? 1;
  const x = (at: number): number => ((at - begin) / Math.max(1, until - begin)) * box.width;
  return levels.flatMap(({ from, value }, at) => {
    const y = box.height - (value / highest) * box.height;
    return [
      { x: x(from), y },
      { x: x(levels[at + 1]?.from ?? until), y },
    ];
  });
}
