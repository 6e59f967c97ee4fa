import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PublicCard } from '@siyu/shared/contracts/verification';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import {
  type CardSource,
  CardSources,
  type CheckedText,
  plainText,
} from '../../records/verification/index.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { isText } from './published-content.ts';

/** Published lessons and articles, by their title or by a link to their page. */
@Injectable()
export class LessonCards implements CardSource, OnModuleInit {
  readonly kind = 'lesson';

  constructor(
    private readonly catalogue: LessonCatalogue,
    private readonly sources: CardSources,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  async describe(lessonId: string): Promise<PublicCard | null> {
    const text = (await this.#texts()).find((each) => each.lessonId === lessonId);
    if (text === undefined) return null;
    return {
      kind: 'lesson',
      name: text.title,
      registrationNo: null,
      branchName: null,
      ownerName: null,
      platform: null,
      isRetired: false,
      publishedOn: formatDay(dayOfInstant(text.publishedAt)),
    };
  }

  async match({ plain, page }: CheckedText): Promise<readonly string[]> {
    if (page !== null) {
      const { lessonId } = page.query;
      return page.path === 'lesson/read/index' && lessonId !== undefined ? [lessonId] : [];
    }
    const texts = await this.#texts();
    return texts.filter(({ title }) => plainText(title) === plain).map(({ lessonId }) => lessonId);
  }

  async #texts() {
    return (await this.catalogue.publishedContents()).filter(isText);
  }
}
