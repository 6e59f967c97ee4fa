import type { GroupCode, StageCode } from '@siyu/shared/contracts/scoring.limits';

/** What members find of a path: the published version, or null while there is none. */
export interface StandingPath {
  readonly pathCode: string;
  readonly place: number;
  readonly live: {
    readonly title: string;
    readonly summary: string;
    readonly stages: readonly StageCode[];
    readonly groups: readonly GroupCode[];
    readonly courses: readonly StandingCourse[];
    readonly leftOut: readonly string[];
  } | null;
}
export interface StandingCourse {
  readonly title: string;
  readonly lessonIds: readonly string[];
}
/** What of a lesson its place depends on, as its text says it. */
export interface Placeable {
  readonly lessonId: string;
  readonly pathCode: string;
  readonly pathTitle: string;
  readonly position: number;
  readonly stages: readonly StageCode[];
  readonly groups: readonly GroupCode[];
}
export interface PlacedPath {
  readonly pathCode: string;
  readonly title: string;
  readonly summary: string;
  readonly courses: readonly StandingCourse[];
}
export interface Placed<Lesson> {
  /** In the order of the paths; those of no path at the end. */
  readonly lessons: readonly Lesson[];
  /** Of each path its published lessons by courses; without those of no path. */
  readonly paths: ReadonlyMap<string, PlacedPath>;
}

/** Paths that nobody has put in order stand behind the others, by their codes. */
export const PLACE_UNSET = 9_999;
/** What a lesson of no path has in place of a path. */
export const NO_PATH = { pathCode: '', pathTitle: '', position: 0 } as const;

/**
 * Where each published lesson stands. The published version of a path decides; a lesson that no path names stands at the
 * end of the path that its own text names, unless that path left it out. A path that nobody made a path of its own is what
 * its lessons say of it. Whose path is not published stands on its own.
 */
export function placeLessons<Lesson extends Placeable>(
  lessons: readonly Lesson[],
  paths: readonly StandingPath[],
): Placed<Lesson> {
  const known = new Set(paths.map(({ pathCode }) => pathCode));
  const all = [...paths, ...untold(lessons, known)].sort(byPlace);
  const byId = new Map(lessons.map((lesson) => [lesson.lessonId, lesson]));
  const taken = new Set<string>();
  const own = all.map(({ live }) =>
    (live?.courses ?? []).map(({ title, lessonIds }) => ({
      title,
      lessonIds: lessonIds.filter((lessonId) => {
        const isFree = byId.has(lessonId) && !taken.has(lessonId);
        if (isFree) taken.add(lessonId);
        return isFree;
      }),
    })),
  );
  const placed: Lesson[] = [];
  const found = new Map<string, PlacedPath>();
  for (const [at, { pathCode, live }] of all.entries()) {
    if (live === null) continue;
    const joining = lessons.filter(
      (lesson) =>
        lesson.pathCode === pathCode &&
        !taken.has(lesson.lessonId) &&
        !live.leftOut.includes(lesson.lessonId),
    );
    const courses = withJoined(
      own[at] ?? [],
      joining.sort(byPosition).map(({ lessonId }) => lessonId),
    );
    const lessonIds = courses.flatMap((course) => course.lessonIds);
    const isOrdered = lessonIds.length > joining.length;
    for (const [index, lessonId] of lessonIds.entries()) {
      const lesson = byId.get(lessonId);
      if (lesson === undefined) continue;
      taken.add(lessonId);
      placed.push({
        ...lesson,
        pathCode,
        pathTitle: live.title,
        position: isOrdered ? index + 1 : lesson.position,
        ...(lesson.stages.length + lesson.groups.length === 0 && {
          stages: live.stages,
          groups: live.groups,
        }),
      });
    }
    if (lessonIds.length > 0)
      found.set(pathCode, { pathCode, title: live.title, summary: live.summary, courses });
  }
  const alone = lessons.filter(({ lessonId }) => !taken.has(lessonId)).sort(byPosition);
  return { lessons: [...placed, ...alone.map((lesson) => ({ ...lesson, ...NO_PATH }))], paths: found };
}

/** Lessons that join do so at the end of the last course. */
export function withJoined(
  courses: readonly StandingCourse[],
  joined: readonly string[],
): readonly StandingCourse[] {
  const last = courses.at(-1) ?? { title: '', lessonIds: [] };
  return [...courses.slice(0, -1), { ...last, lessonIds: [...last.lessonIds, ...joined] }];
}

/** Paths that exist in the texts of lessons only. */
function untold(lessons: readonly Placeable[], known: ReadonlySet<string>): readonly StandingPath[] {
  const titles = new Map<string, string>();
  for (const { pathCode, pathTitle } of [...lessons].sort(byPosition))
    if (pathCode !== '' && !known.has(pathCode) && !titles.has(pathCode)) titles.set(pathCode, pathTitle);
  const nothing = { summary: '', stages: [], groups: [], courses: [], leftOut: [] };
  return [...titles].map(([pathCode, title]) => ({
    pathCode,
    place: PLACE_UNSET,
    live: { title, ...nothing },
  }));
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
const byPlace = (one: StandingPath, other: StandingPath): number =>
  one.place - other.place || compare(one.pathCode, other.pathCode);
const byPosition = (one: Placeable, other: Placeable): number =>
  compare(one.pathCode, other.pathCode) ||
  one.position - other.position ||
  compare(one.lessonId, other.lessonId);
