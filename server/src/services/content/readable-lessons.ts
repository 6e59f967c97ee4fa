import { Injectable } from '@nestjs/common';
import { AdvisoryContracts } from '../../records/advisory/index.ts';
import { lessonNotFound } from './content.errors.ts';
import { KeptLessons } from './kept-lessons.ts';
import { isOpen, LessonCatalogue } from './lesson-catalogue.ts';
import {
  isText,
  type PublishedContent,
  type PublishedLesson,
  type PublishedText,
} from './published-content.ts';

/** What one member may read now: education, and advice for as long as an advisory contract is in force (REQ-ADV-2), and paths kept for their holders once they hold them. */
@Injectable()
export class ReadableLessons {
  constructor(
    private readonly catalogue: LessonCatalogue,
    private readonly contracts: AdvisoryContracts,
    private readonly kept: KeptLessons,
  ) {}

  /** In the order of their paths; stopped ones too. */
  async listFor(memberNo: number): Promise<readonly PublishedLesson[]> {
    const all = await this.catalogue.lessonsAndAdvice();
    const lessons = (await this.#mayHave(memberNo, all)) ? all : await this.catalogue.publishedLessons();
    const kept = await this.catalogue.pathsKept();
    if (kept.size === 0) return lessons;
    const held = await this.kept.heldBy(memberNo);
    return lessons.filter((lesson) => isOpen(lesson, kept, held));
  }

  /** Of all kinds, those that the member is shown in lists. */
  async shownFor(memberNo: number): Promise<readonly PublishedContent[]> {
    const all = await this.catalogue.shownContents(true);
    const mayHaveAdvice = await this.#mayHave(memberNo, all);
    const held = (await this.catalogue.pathsKept()).size === 0 ? null : await this.kept.heldBy(memberNo);
    if (held === null || held.size === 0) return mayHaveAdvice ? all : this.catalogue.shownContents(false);
    return this.catalogue.shownToHolder(mayHaveAdvice, held);
  }

  /**
   * @throws content.lesson_not_found also for advice the member may not have: that it exists is theirs only
   * @throws content.lesson_kept for one of a path that is kept for its holders
   */
  async getFor(memberNo: number, lessonId: string): Promise<PublishedLesson> {
    const lesson = await this.catalogue.findLessonOrAdvice(lessonId);
    if (lesson === null || !(await this.#mayHave(memberNo, [lesson]))) throw lessonNotFound();
    await this.kept.requireOpen(memberNo, lesson);
    return lesson;
  }

  /** Of any kind. @throws content.lesson_not_found as `getFor` */
  async getAnyFor(memberNo: number, lessonId: string): Promise<PublishedContent> {
    const content = await this.catalogue.findAny(lessonId);
    if (content === null || !(await this.#mayHave(memberNo, [content]))) throw lessonNotFound();
    await this.kept.requireOpen(memberNo, content);
    return content;
  }

  /** A lesson or an article, to be read in the app. @throws content.lesson_not_found, content.lesson_paused */
  async getShownFor(memberNo: number, lessonId: string): Promise<PublishedText> {
    await this.getAnyFor(memberNo, lessonId);
    const content = await this.catalogue.getShown(lessonId, 'APP', true);
    if (!isText(content)) throw lessonNotFound();
    return content;
  }

  /** Most firms publish no advice, and then no contract has to be looked for. */
  async #mayHave(memberNo: number, contents: readonly PublishedContent[]): Promise<boolean> {
    return contents.every(({ label }) => label === 'education') || this.contracts.isActiveFor(memberNo);
  }
}
