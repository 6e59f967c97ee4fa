import { Injectable } from '@nestjs/common';
import { AdvisoryContracts } from '../../records/advisory/index.ts';
import { lessonNotFound } from './content.errors.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import {
  isText,
  type PublishedContent,
  type PublishedLesson,
  type PublishedText,
} from './published-content.ts';

/** What one member may read now: education, and advice for as long as an advisory contract is in force (REQ-ADV-2). */
@Injectable()
export class ReadableLessons {
  constructor(
    private readonly catalogue: LessonCatalogue,
    private readonly contracts: AdvisoryContracts,
  ) {}

  /** In the order of their paths; stopped ones too. */
  async listFor(memberNo: number): Promise<readonly PublishedLesson[]> {
    const all = await this.catalogue.lessonsAndAdvice();
    return (await this.#mayHave(memberNo, all)) ? all : this.catalogue.publishedLessons();
  }

  /** Of all kinds, those that the member is shown in lists. */
  async shownFor(memberNo: number): Promise<readonly PublishedContent[]> {
    const all = await this.catalogue.shownContents(true);
    return (await this.#mayHave(memberNo, all)) ? all : this.catalogue.shownContents(false);
  }

  /** @throws content.lesson_not_found also for advice the member may not have: that it exists is theirs only */
  async getFor(memberNo: number, lessonId: string): Promise<PublishedLesson> {
    const lesson = await this.catalogue.findLessonOrAdvice(lessonId);
    if (lesson === null || !(await this.#mayHave(memberNo, [lesson]))) throw lessonNotFound();
    return lesson;
  }

  /** Of any kind. @throws content.lesson_not_found as `getFor` */
  async getAnyFor(memberNo: number, lessonId: string): Promise<PublishedContent> {
    const content = await this.catalogue.findAny(lessonId);
    if (content === null || !(await this.#mayHave(memberNo, [content]))) throw lessonNotFound();
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
