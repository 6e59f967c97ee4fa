import { Injectable } from '@nestjs/common';
import type { ArticlePage, LessonCard, LessonOrArticle, LessonPage } from '@siyu/shared/contracts/content';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { Content } from './content.service.ts';
import { lessonNotFound } from './content.errors.ts';
import { KeptLessons } from './kept-lessons.ts';
import { quizOf } from './lesson-draft.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { LessonTexts } from './lesson-texts.ts';
import { ReadableLessons } from './readable-lessons.ts';
import { withoutAnswers } from './quiz.ts';

/** How many lessons were told of, and the id of the last one. */
const Position = z.tuple([z.int().min(1), z.string()]);

/** Day of publication and id of the last article of a page. */
const Last = z.tuple([z.string().max(10), z.string().max(36)]);

/** What comes after a page. Lessons may have been put in another order since: it goes on behind the one told last. */
function restAfter<Card extends { readonly lessonId: string }>(
  cards: readonly Card[],
  [told, lessonId]: z.infer<typeof Position>,
): readonly Card[] {
  const at = cards.findIndex((card) => card.lessonId === lessonId);
  // Where that one has left, the next one has taken its place.
  return cards.slice(at === -1 ? told - 1 : at + 1);
}

const finishedOf = (cards: readonly LessonCard[]): { completed: number; total: number } => ({
  completed: cards.filter(({ isCompleted }) => isCompleted).length,
  total: cards.length,
});

/** Lessons and articles as members read them. */
@Injectable()
export class MemberLessons {
  constructor(
    private readonly content: Content,
    private readonly readable: ReadableLessons,
    private readonly kept: KeptLessons,
    private readonly texts: LessonTexts,
    private readonly catalogue: LessonCatalogue,
  ) {}

  /** One page in the order of the paths; what is counted is counted over the whole, not over the page. */
  async listLessons(
    memberNo: number,
    limit: number,
    cursor: string | undefined,
    pathCode: string | undefined,
  ): Promise<LessonPage> {
    const after = decodeCursor(cursor, Position);
    const all = await this.content.cardsOf(memberNo);
    const cards = pathCode === undefined ? all : all.filter((card) => card.pathCode === pathCode);
    const rest = after === null ? cards : restAfter(cards, after);
    const lessons = rest.slice(0, limit);
    const last = rest.length > limit ? lessons.at(-1) : undefined;
    return {
      lessons,
      nextCursor:
        last === undefined
          ? null
          : encodeCursor([cards.length - rest.length + lessons.length, last.lessonId]),
      ...finishedOf(cards),
      paths: await this.#pathsOf(
        lessons.map((card) => card.pathCode),
        cards,
      ),
    };
  }

  async #pathsOf(codes: readonly string[], cards: readonly LessonCard[]): Promise<LessonPage['paths']> {
    const paths = await this.catalogue.paths();
    return [...new Set(codes)].map((pathCode) => {
      const inPath = cards.filter((card) => card.pathCode === pathCode);
      const { summary = '', courses = [] } = paths.get(pathCode) ?? {};
      const shown = courses.flatMap(({ title, lessonIds }) => {
        const inCourse = inPath.filter(({ lessonId }) => lessonIds.includes(lessonId));
        const own = inCourse.map(({ lessonId }) => lessonId);
        return own.length === 0 ? [] : [{ title, lessonIds: own, ...finishedOf(inCourse) }];
      });
      // The only part of a path is the path.
      return { pathCode, summary, courses: courses.length > 1 ? shown : [], ...finishedOf(inPath) };
    });
  }

  /** The latest first. */
  async listArticles(memberNo: number, limit: number, cursor: string | undefined): Promise<ArticlePage> {
    const [day, id] = decodeCursor(cursor, Last) ?? [];
    const all = await this.content.articlesOf(memberNo);
    const rest =
      day === undefined || id === undefined
        ? all
        : all.filter((each) => each.publishedOn < day || (each.publishedOn === day && each.lessonId < id));
    const articles = rest.slice(0, limit);
    const last = rest.length > limit ? articles.at(-1) : undefined;
    return {
      articles,
      nextCursor: last === undefined ? null : encodeCursor([last.publishedOn, last.lessonId]),
    };
  }

  /** The published version, whatever is being written meanwhile; the quiz without its answers. */
  async getText(memberNo: number, lessonId: string): Promise<LessonOrArticle> {
    const shown = await this.readable.getShownFor(memberNo, lessonId);
    await this.kept.noteOpened(memberNo, shown);
    const { kind, version } = shown;
    const cardsOf = kind === 'lesson' ? this.content.cardsOf(memberNo) : this.content.articlesOf(memberNo);
    const [{ words, text }, cards] = await Promise.all([this.texts.getText(lessonId, version), cardsOf]);
    const card = cards.find((candidate) => candidate.lessonId === lessonId);
    if (card === undefined) throw lessonNotFound();
    const read = { ...words, contentSha256: text.contentSha256 };
    return card.kind === 'lesson'
      ? { ...card, ...read, quiz: withoutAnswers(quizOf(text)) }
      : { ...card, ...read };
  }
}
