import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Placeable, placeLessons, type StandingPath } from './place-lessons.ts';

const lesson = (lessonId: string, pathCode: string, position: number): Placeable => {
  return { lessonId, pathCode, pathTitle: `${pathCode} 的课`, position, stages: [], groups: [] };
};
const path = (
  pathCode: string,
  place: number,
  courses: readonly string[] | null,
  leftOut: readonly string[] = [],
): StandingPath => ({
  pathCode,
  place,
  live:
    courses === null
      ? null
      : {
          title: `路径 ${pathCode}`,
          summary: '',
          stages: ['WEAK_TIE'],
          groups: [],
          courses: courses.map((ids, at) => ({ title: `课程 ${at + 1}`, lessonIds: [...ids] })),
          leftOut,
        },
});
/** `path:number lesson` in the order in which members find them. */
const told = (lessons: readonly Placeable[], paths: readonly StandingPath[]): string =>
  placeLessons(lessons, paths)
    .lessons.map(({ pathCode, position, lessonId }) => `${pathCode || '-'}${position}${lessonId}`)
    .join(' ');

const four = [lesson('a', 'x', 1), lesson('b', 'x', 5), lesson('c', 'x', 7), lesson('d', 'y', 2)];

describe('where lessons stand', () => {
  it.each<[string, readonly StandingPath[], string]>([
    ['as their texts say while no path is known', [], 'x1a x5b x7c y2d'],
    ['by their own positions in a path nobody has ordered', [path('x', 1, [])], 'x1a x5b x7c y2d'],
    ['as the path says, counted through its courses', [path('x', 1, ['c', 'ab'])], 'x1c x2a x3b y2d'],
    ['a path in front of another', [path('y', 1, ['d']), path('x', 2, ['abc'])], 'y1d x1a x2b x3c'],
    [
      'at the end of the last course when the path has not named them',
      [path('x', 1, ['c', 'b'])],
      'x1c x2b x3a y2d',
    ],
    ['on their own when the path left them out', [path('x', 1, ['cb'], ['a'])], 'x1c x2b y2d -0a'],
    [
      'in the path that names them, whatever their texts say',
      [path('y', 1, ['ad']), path('x', 2, ['cb'])],
      'y1a y2d x1c x2b',
    ],
    ['on their own when their path was withdrawn', [path('x', 1, null)], 'y2d -0a -0b -0c'],
    [
      'in the first of two paths that name them',
      [path('x', 1, ['a']), path('y', 2, ['ad'])],
      'x1a x2b x3c y1d',
    ],
  ])('F-03 %s', (_, paths, expected) => {
    expect(told(four, paths)).toBe(expected);
  });

  it('F-03 a lesson that says nobody takes those for whom its path is meant first', () => {
    const own = { ...lesson('a', 'x', 1), stages: ['STRANGER' as const] };
    const { lessons } = placeLessons([own, lesson('b', 'x', 2)], [path('x', 1, ['ab'])]);
    expect(lessons.map(({ stages }) => stages)).toEqual([['STRANGER'], ['WEAK_TIE']]);
  });

  it('F-03 each lesson stands once, numbers rise along a path, and a path is whole, whatever was written', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const code = fc.constantFrom('x', 'y', 'z');
    const written = fc
      .subarray(ids)
      .chain((chosen) =>
        fc.tuple(...chosen.map((id) => code.chain((c) => fc.nat(9).map((at) => lesson(id, c, at))))),
      );
    const standing = fc
      .uniqueArray(code)
      .chain((codes) =>
        fc.tuple(
          ...codes.map((c) =>
            fc
              .tuple(fc.nat(3), fc.option(fc.array(fc.subarray(ids), { maxLength: 3 })), fc.subarray(ids))
              .map(([place, courses, out]) =>
                path(c, place, courses?.map((each) => each.join('')) ?? null, out),
              ),
          ),
        ),
      );
    fc.assert(
      fc.property(written, standing, (lessons, paths) => {
        const placed = placeLessons(lessons, paths);
        expect(placed.lessons.map(({ lessonId }) => lessonId).sort()).toEqual(
          lessons.map(({ lessonId }) => lessonId).sort(),
        );
        for (const [pathCode, { courses }] of placed.paths) {
          const inPath = placed.lessons.filter((each) => each.pathCode === pathCode);
          expect(inPath.map(({ lessonId }) => lessonId)).toEqual(
            courses.flatMap(({ lessonIds }) => lessonIds),
          );
          const numbers = inPath.map(({ position }) => position);
          expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
        }
        const codes = placed.lessons.map(({ pathCode }) => pathCode);
        // Paths come one after the other.
        expect(codes.filter((each, at) => each !== codes[at - 1])).toHaveLength(new Set(codes).size);
      }),
      { numRuns: 200, seed: 74 },
    );
  });
});
