import { PathDraft } from '@siyu/shared/contracts/paths';
import { GROUPS, STAGES } from '@siyu/shared/contracts/scoring.limits';
import { sha256OfJson } from '../../../foundation/audit/index.ts';
import type { PathVersion } from './path.entity.ts';
import { type StandingPath, withJoined } from './place-lessons.ts';

type Written = Pick<PathVersion, 'title' | 'summary' | 'stages' | 'groups' | 'courses' | 'leftOut'>;

/** What was written of a version, as members find it. */
export function liveOf({
  title,
  summary,
  stages,
  groups,
  courses,
  leftOut,
}: Written): NonNullable<StandingPath['live']> {
  return {
    title,
    summary,
    stages: STAGES.filter((stage) => stages.includes(stage)),
    groups: GROUPS.filter((group) => groups.includes(group)),
    courses,
    leftOut,
  };
}

/** A version as its editor sees it: with the lessons that joined since, at the end of its last course. */
export function draftOf(version: Written, joined: readonly string[]): PathDraft {
  const { courses, ...rest } = liveOf(version);
  return PathDraft.parse({ ...rest, courses: withJoined(courses, joined) });
}

/** Hash of what was written, whatever hash was once noted beside it. */
export function hashOfPath({ title, summary, stages, groups, courses, leftOut }: Written): string {
  return sha256OfJson({ title, summary, stages, groups, courses, leftOut });
}

export function columnsOf(draft: PathDraft): Written & Pick<PathVersion, 'contentSha256'> {
  const written: Written = { ...draft };
  return { ...written, contentSha256: hashOfPath(written) };
}
