import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { z } from 'zod';
import type { Transaction } from '../../platform/database/index.ts';
import { type DeliveredEvent, Outbox } from '../../platform/outbox/index.ts';
import { minuteInWords, NoticeRounds, NoticeWishes } from '../../records/notifications/index.ts';
import { LESSON_PUBLISHED } from './content.events.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { LessonVersion } from './lesson.entity.ts';

const Published = z.object({ lessonId: z.string(), lessonVersion: z.number() });

/** Tells those who asked for it that their learning path has a new lesson. */
@Injectable()
export class LessonReminders implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly catalogue: LessonCatalogue,
    private readonly wishes: NoticeWishes,
    private readonly rounds: NoticeRounds,
  ) {}

  onModuleInit(): void {
    this.wishes.onSubject('NEW_LESSON', async (subject) => {
      const lessons = await this.catalogue.publishedLessons();
      return lessons.find(({ pathCode }) => pathCode !== '' && pathCode === subject)?.pathTitle ?? null;
    });
    this.outbox.on(LESSON_PUBLISHED, 'lesson-reminders', (tx, event) => this.#announce(tx, event));
  }

  /** A better text of a lesson that was there already is no new lesson. */
  async #announce(tx: Transaction, { payload, occurredAt }: DeliveredEvent): Promise<void> {
    const { lessonId, lessonVersion } = Published.parse(payload);
    const before = { lessonId, version: LessThan(lessonVersion), state: In(['RETIRED', 'WITHDRAWN']) };
    if (await tx.manager.existsBy(LessonVersion, before)) return;
    const lesson = await this.catalogue.findPublished(lessonId);
    if (lesson === null || lesson.pathCode === '') return;
    await this.rounds.announce(tx, {
      kind: 'NEW_LESSON',
      subject: lesson.pathCode,
      itemId: lessonId,
      facts: { path: lesson.pathTitle, lesson: lesson.title, time: minuteInWords(occurredAt) },
      query: `lessonId=${lessonId}`,
    });
  }
}
