import { Injectable } from '@nestjs/common';
import type { LessonCard } from '@siyu/shared/contracts/content';
import type { ArticleCard } from '@siyu/shared/contracts/content-kinds';
import type { Question } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { lessonNotFound } from './content.errors.ts';
import { KeptLessons } from './kept-lessons.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { AdvisoryContracts } from '../../records/advisory/index.ts';
import { MemberCorrections } from './member-corrections.ts';
import { PathLog } from './path-log.ts';
import {
  articleCardOf,
  cardOf,
  isArticle,
  isLesson,
  isText,
  type PublishedContent,
  type PublishedLesson,
  type PublishedText,
} from './published-content.ts';
import { ReadableLessons } from './readable-lessons.ts';
import { type Completion, type Reading, ReadingLog } from './reading-log.ts';

/** What one member has learned. */
export interface Learning {
  readonly lessonIds: ReadonlySet<string>;
  readonly paths: readonly FinishedPath[];
}
export interface FinishedPath {
  readonly pathCode: string;
  /** Epoch ms. */
  readonly completedAt: number;
  /** Clock of the member when it became known. */
  readonly seq: number;
}

/** What one member has read, with the state of the catalogue it was read beside. */
interface Shelf extends Reading {
  readonly publications: number;
  /** Whether an advisory contract of theirs is in force. */
  readonly mayHaveAdvice: boolean;
  readonly unseenCorrections: number;
}

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** Front door of content: what is published and what members have read of it. */
@Injectable()
export class Content {
  constructor(
    private readonly identity: Identity,
    private readonly catalogue: LessonCatalogue,
    private readonly reading: ReadingLog,
    private readonly paths: PathLog,
    private readonly readable: ReadableLessons,
    private readonly contracts: AdvisoryContracts,
    private readonly corrections: MemberCorrections,
    private readonly kept: KeptLessons,
  ) {}

  /** What everybody may read, in the order of the paths; cheap enough to ask for every page. */
  publishedLessons(): Promise<readonly PublishedLesson[]> {
    return this.catalogue.publishedLessons();
  }

  /** The lessons and the articles that everybody may read. */
  async publishedTexts(): Promise<readonly PublishedText[]> {
    return (await this.catalogue.publishedContents()).filter(isText);
  }

  /**
   * A lesson or an article that this member may read in the app, advice excepted.
   * @throws {AppError} content.lesson_not_found, content.lesson_paused, content.lesson_kept
   */
  async getShownFor(memberNo: number, lessonId: string): Promise<PublishedText> {
    const content = await this.catalogue.getShown(lessonId, 'APP');
    await this.kept.requireOpen(memberNo, content);
    if (!isText(content)) throw lessonNotFound();
    return content;
  }

  /** Whether members find a path of this code. */
  async hasPath(pathCode: string): Promise<boolean> {
    return (await this.catalogue.paths()).has(pathCode);
  }

  /** What this member may read: advice too while an advisory contract is in force. */
  lessonsFor(memberNo: number): Promise<readonly PublishedLesson[]> {
    return this.readable.listFor(memberNo);
  }

  /** What the member has finished, under any registration that is theirs, in the order of finishing. */
  async completionsOf(memberNo: number): Promise<readonly Completion[]> {
    return this.reading.completionsOf(await this.identity.numbersOf(memberNo));
  }

  /** What a page about a member's lessons needs, to be asked together with the questions of others. */
  shelfOf(memberNo: number): Question<Shelf> {
    const publications = this.catalogue.publications();
    const contracts = this.contracts.activeFor(this.identity.numbersTable(memberNo));
    const unseen = this.corrections.unseenOf(this.identity.numbersTable(memberNo));
    const reading = this.reading.readingOf(this.identity.numbersTable(memberNo));
    return {
      selects: [publications, contracts, unseen, reading].flatMap(({ selects }) => selects),
      // One table each, and the rest for the last.
      read: ([published, active, corrected, ...rest]) => ({
        publications: publications.read([published ?? []]),
        mayHaveAdvice: contracts.read([active ?? []]),
        unseenCorrections: unseen.read([corrected ?? []]),
        ...reading.read(rest),
      }),
    };
  }

  /** Of all kinds, what this member is shown, as of a shelf, and whether it is a brake that leaves nothing. */
  contentsBeside({
    publications,
    mayHaveAdvice,
  }: Shelf): Promise<{ readonly shown: readonly PublishedContent[]; readonly isPaused: boolean }> {
    return this.catalogue.shownAt(publications, mayHaveAdvice);
  }

  /** What scoring needs of many members at once; those who finished nothing are absent. */
  async learningOf(memberNos: readonly number[]): Promise<ReadonlyMap<number, Learning>> {
    const [completions, paths] = await Promise.all([
      this.reading.completionsOfMembers(memberNos),
      this.paths.finishedBy(memberNos),
    ]);
    const finished = new Map<number, FinishedPath[]>();
    for (const path of paths) finished.set(path.memberNo, [...(finished.get(path.memberNo) ?? []), path]);
    const learners = new Set([...completions.keys(), ...finished.keys()]);
    return new Map(
      [...learners].map((memberNo) => [
        memberNo,
        {
          lessonIds: new Set((completions.get(memberNo) ?? []).map(({ lessonId }) => lessonId)),
          paths: finished.get(memberNo) ?? [],
        },
      ]),
    );
  }

  /** All lessons as the member is shown them in lists, in the order of their paths. */
  async cardsOf(memberNo: number): Promise<readonly LessonCard[]> {
    const numbers = await this.identity.numbersOf(memberNo);
    const [contents, progress, completions] = await Promise.all([
      this.readable.shownFor(memberNo),
      this.reading.progressOf(numbers),
      this.reading.completionsOf(numbers),
    ]);
    const finished = new Set(completions.map(({ lessonId }) => lessonId));
    return contents
      .filter(isLesson)
      .map((lesson) => cardOf(lesson, progress.get(lesson.lessonId) ?? 0, finished.has(lesson.lessonId)));
  }

  /** All articles as the member is shown them in lists, the latest first. */
  async articlesOf(memberNo: number): Promise<readonly ArticleCard[]> {
    const [contents, progress] = await Promise.all([
      this.readable.shownFor(memberNo),
      this.reading.progressOf(await this.identity.numbersOf(memberNo)),
    ]);
    return contents
      .filter(isArticle)
      .map((article) => articleCardOf(article, progress.get(article.lessonId) ?? 0))
      .sort((a, b) => compare(b.publishedOn, a.publishedOn) || compare(b.lessonId, a.lessonId));
  }
}
