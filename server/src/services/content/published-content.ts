import type { ContentCard, LessonCard } from '@siyu/shared/contracts/content';
import {
  type AdviceBasis,
  type ArticleCard,
  type ContentTarget,
  PosterPicture,
} from '@siyu/shared/contracts/content-kinds';
import type { ContentLabel } from '@siyu/shared/contracts/content.limits';
import { GROUPS, STAGES, type GroupCode, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { storedBasis } from './advice-basis.ts';
import { labelOf } from './content-label.ts';
import type { LessonVersion } from './lesson.entity.ts';

/** What every kind has that members are shown. */
interface Published {
  readonly lessonId: string;
  readonly version: number;
  readonly label: ContentLabel;
  readonly title: string;
  readonly publishedAt: number;
  /** For whom it is meant first; empty means everyone. */
  readonly stages: readonly StageCode[];
  readonly groups: readonly GroupCode[];
  /** Under whose name and number it went out; null for what did before they were noted. */
  readonly signedName: string | null;
  readonly signedNo: string | null;
  /** Who answers for it (REQ-PUB-4). */
  readonly firmName: string;
}

/** What the list of lessons needs of one; the text itself stays in the database. */
export interface PublishedLesson extends Published {
  readonly kind: 'lesson';
  /** The path it stands in and where, see `placeLessons`; empty for one of no path. */
  readonly pathCode: string;
  readonly pathTitle: string;
  readonly position: number;
  readonly summary: string;
  readonly minutes: number;
}
export interface PublishedArticle extends Published {
  readonly kind: 'article';
  readonly summary: string;
  readonly minutes: number;
}
/** What is read whole where it stands, and may lead on to a lesson or an article. */
interface Glance extends Published {
  readonly source: string;
  readonly basis: AdviceBasis | null;
  readonly riskNote: string;
  readonly targetId: string | null;
}
export interface PublishedCard extends Glance {
  readonly kind: 'card';
  readonly summary: string;
}
export interface PublishedPoster extends Glance {
  readonly kind: 'poster';
  readonly picture: PosterPicture;
}
/** What has a page of its own. */
export type PublishedText = PublishedLesson | PublishedArticle;
export type PublishedGlance = PublishedCard | PublishedPoster;
export type PublishedContent = PublishedText | PublishedGlance;

export const isLesson = (content: PublishedContent): content is PublishedLesson => content.kind === 'lesson';
export const isArticle = (content: PublishedContent): content is PublishedArticle =>
  content.kind === 'article';
export const isText = (content: PublishedContent): content is PublishedText =>
  content.kind === 'lesson' || content.kind === 'article';

type Columns = Pick<
  LessonVersion,
  | 'kind'
  | 'lessonId'
  | 'version'
  | 'pathCode'
  | 'pathTitle'
  | 'position'
  | 'title'
  | 'summary'
  | 'minutes'
  | 'publishedAt'
  | 'stages'
  | 'groups'
  | 'label'
  | 'signedName'
  | 'signedNo'
  | 'source'
  | 'basis'
  | 'riskNote'
  | 'targetId'
  | 'picture'
>;

/** A published version without its text. */
export function publishedOf(row: Columns, firmName: string): PublishedContent {
  const { lessonId, version, title, summary, minutes, source, riskNote, targetId } = row;
  const published: Published = {
    lessonId,
    version,
    label: labelOf(row.label),
    title,
    publishedAt: row.publishedAt ?? 0,
    stages: STAGES.filter((stage) => row.stages.includes(stage)),
    groups: GROUPS.filter((group) => row.groups.includes(group)),
    signedName: row.signedName,
    signedNo: row.signedNo,
    firmName,
  };
  switch (row.kind) {
    case 'article':
      return { ...published, kind: 'article', summary, minutes };
    case 'card':
      return {
        ...published,
        kind: 'card',
        summary,
        source,
        basis: storedBasis(row.basis),
        riskNote,
        targetId,
      };
    case 'poster':
      return {
        ...published,
        kind: 'poster',
        picture: PosterPicture.parse(row.picture),
        source,
        basis: storedBasis(row.basis),
        riskNote,
        targetId,
      };
    default: {
      const { pathCode, pathTitle, position } = row;
      return { ...published, kind: 'lesson', pathCode, pathTitle, position, summary, minutes };
    }
  }
}

function shownOf({ lessonId, label, title, firmName, ...rest }: Published) {
  const { signedName: name, signedNo: registrationNo, publishedAt } = rest;
  return {
    lessonId,
    label,
    title,
    publishedOn: formatDay(dayOfInstant(publishedAt)),
    signedBy: name === null || registrationNo === null ? null : { name, registrationNo },
    firmName,
  };
}

/** A lesson as one member sees it in a list. */
export function cardOf(lesson: PublishedLesson, readPercent: number, isCompleted: boolean): LessonCard {
  const { pathCode, pathTitle, position, summary, minutes } = lesson;
  return {
    kind: 'lesson',
    ...shownOf(lesson),
    pathCode,
    pathTitle,
    position,
    summary,
    minutes,
    readPercent: isCompleted ? 100 : readPercent,
    isCompleted,
  };
}

/** An article as one member sees it in a list. */
export function articleCardOf(article: PublishedArticle, readPercent: number): ArticleCard {
  const { summary, minutes } = article;
  return { kind: 'article', ...shownOf(article), summary, minutes, readPercent };
}

/** A card or a poster as every member sees it. */
export function glanceCardOf(glance: PublishedGlance, target: ContentTarget | null): ContentCard {
  const { source, basis, riskNote } = glance;
  const shown = { ...shownOf(glance), source, basis, riskNote, target };
  return glance.kind === 'card'
    ? { kind: 'card', ...shown, summary: glance.summary }
    : { kind: 'poster', ...shown, picture: glance.picture };
}
