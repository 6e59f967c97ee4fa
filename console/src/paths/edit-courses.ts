import type { PathDraft } from '@siyu/shared/contracts/paths';

type Courses = PathDraft['courses'];

const swapped = <Item>(items: readonly Item[], at: number, to: number): Item[] => {
  const copy = [...items];
  const [moved] = copy.splice(at, 1);
  if (moved !== undefined) copy.splice(to, 0, moved);
  return copy;
};

/** A course one place up or down. */
export const moveCourse = (courses: Courses, at: number, by: -1 | 1): Courses =>
  swapped(courses, at, at + by);

/** A lesson one place up or down; at the end of its course it goes on into the next one. */
export function moveLesson(courses: Courses, course: number, at: number, by: -1 | 1): Courses {
  const lessonIds = courses[course]?.lessonIds ?? [];
  const lessonId = lessonIds[at];
  if (lessonId === undefined) return courses;
  const to = at + by;
  if (to >= 0 && to < lessonIds.length)
    return courses.map((each, index) =>
      index === course ? { ...each, lessonIds: swapped(lessonIds, at, to) } : each,
    );
  return courses.map((each, index) => {
    if (index === course) return { ...each, lessonIds: lessonIds.filter((id) => id !== lessonId) };
    if (index !== course + by) return each;
    return { ...each, lessonIds: by === 1 ? [lessonId, ...each.lessonIds] : [...each.lessonIds, lessonId] };
  });
}

/** Out of the path, and kept out: its own text may still name the path. */
export function takeOut(draft: PathDraft, lessonId: string): PathDraft {
  return {
    ...draft,
    courses: draft.courses.map((each) => ({
      ...each,
      lessonIds: each.lessonIds.filter((id) => id !== lessonId),
    })),
    leftOut: [...draft.leftOut, lessonId],
  };
}

/** To the end of a course, wherever it was. */
export function putIn(draft: PathDraft, course: number, lessonId: string): PathDraft {
  const { courses, leftOut } = takeOut(draft, lessonId);
  return {
    ...draft,
    courses: courses.map((each, index) =>
      index === course ? { ...each, lessonIds: [...each.lessonIds, lessonId] } : each,
    ),
    leftOut: leftOut.filter((id) => id !== lessonId),
  };
}

/** A course less: its lessons go to the one before it, or to the next one. */
export function removeCourse(courses: Courses, at: number): Courses {
  const lessonIds = courses[at]?.lessonIds ?? [];
  const rest = courses.filter((_, index) => index !== at);
  const heir = Math.max(0, at - 1);
  return rest.map((each, index) =>
    index === heir
      ? {
          ...each,
          lessonIds: at === 0 ? [...lessonIds, ...each.lessonIds] : [...each.lessonIds, ...lessonIds],
        }
      : each,
  );
}
