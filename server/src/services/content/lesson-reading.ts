import { Injectable } from '@nestjs/common';
import type { CompleteLesson, LessonCompletion } from '@siyu/shared/contracts/content';
import { COMPLETION_PERCENT } from '@siyu/shared/contracts/content.limits';
import { In } from 'typeorm';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { Engagement } from '../../records/engagement/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Content } from './content.service.ts';
import { consentRequired, notReadToEnd } from './content.errors.ts';
import { LESSON_COMPLETED, type LessonCompletedPayload } from './content.events.ts';
import { PathLog } from './path-log.ts';
import { isText } from './published-content.ts';
import { ReadableLessons } from './readable-lessons.ts';
import { ReadingLog } from './reading-log.ts';
import { LessonCompleted } from './reading.entity.ts';

/** What reading leaves behind. */
@Injectable()
export class LessonReading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly engagement: Engagement,
    private readonly outbox: Outbox,
    private readonly readable: ReadableLessons,
    private readonly log: ReadingLog,
    private readonly content: Content,
    private readonly paths: PathLog,
  ) {}

  /** How far a lesson or an article was read; a card or a poster has been seen, and whole. */
  async recordProgress(memberNo: number, lessonId: string, readPercent: number): Promise<void> {
    const content = await this.readable.getAnyFor(memberNo, lessonId);
    const updatedAt = this.clock.now();
    await this.database.runInTransaction(async (tx) => {
      // Who withdraws or closes the account meanwhile leaves nothing behind.
      await this.identity.lockMembers(tx, [memberNo]);
      if (!(await this.identity.mayProcess(memberNo, 'SERVICE', tx.manager))) throw consentRequired();
      if (isText(content)) await this.log.advance(tx, { memberNo, lessonId, readPercent, updatedAt });
      else await this.log.noteSeen(tx, { memberNo, lessonId, updatedAt });
    });
  }

  /**
   * Takes effect once per member and lesson; a repeat answers with the first moment.
   * @param completedAt the server's own time; another one only where history is loaded.
   */
  async complete(
    memberNo: number,
    lessonId: string,
    report: CompleteLesson,
    completedAt: number = this.clock.now(),
  ): Promise<LessonCompletion> {
    const { readPercent, hasSeenLastParagraph } = report;
    const { version } = await this.readable.getFor(memberNo, lessonId);
    if (readPercent < COMPLETION_PERCENT || !hasSeenLastParagraph) throw notReadToEnd(readPercent);
    const eventId = this.randomness.uuid();
    const row = {
      memberNo,
      lessonId,
      version,
      eventId,
      reportedAt: Date.parse(report.occurredAt),
      completedAt,
    };
    const kept = await this.database.runInTransaction(async (tx) => {
      await this.identity.lockMembers(tx, [memberNo]);
      const numbers = await this.identity.numbersOf(memberNo);
      const elsewhere = await this.#finishedElsewhere(tx, memberNo, numbers, lessonId);
      if (elsewhere !== null) return elsewhere;
      const insert = tx.manager.createQueryBuilder().insert().into(LessonCompleted).values(row);
      await insert.orIgnore().updateEntity(false).execute();
      const first = await tx.manager.findOneByOrFail(LessonCompleted, { memberNo, lessonId });
      // The primary key let one completion in; only that one has effects.
      if (first.eventId === eventId) await this.#tell(tx, row, readPercent, numbers);
      return first;
    });
    return {
      lessonId,
      completedAt: new Date(kept.completedAt).toISOString(),
      isFirst: kept.eventId === eventId,
      nextLesson: await this.#nextAfter(memberNo, lessonId),
    };
  }

  /** The same person may have finished it under another registration: it takes effect once all the same. */
  async #finishedElsewhere(
    { manager }: Transaction,
    memberNo: number,
    numbers: readonly number[],
    lessonId: string,
  ): Promise<LessonCompleted | null> {
    const others = numbers.filter((number) => number !== memberNo);
    if (others.length === 0) return null;
    return manager.findOne(LessonCompleted, {
      where: { memberNo: In(others), lessonId },
      order: { completedAt: 'ASC' },
    });
  }

  async #tell(
    tx: Transaction,
    completed: Readonly<LessonCompleted>,
    readPercent: number,
    numbers: readonly number[],
  ): Promise<void> {
    const { memberNo, lessonId, eventId, version, completedAt } = completed;
    await this.log.advance(tx, { memberNo, lessonId, readPercent, updatedAt: completedAt });
    await this.engagement.append(tx, memberNo, [
      { type: 'lesson_completed', occurredAt: completedAt, contentId: lessonId, eventId },
    ]);
    const seq = (await this.identity.seqOf([memberNo], tx.manager)).get(memberNo) ?? 0;
    await this.paths.follow(tx, completed, seq, numbers);
    await this.outbox.publish(tx, {
      type: LESSON_COMPLETED.type,
      version: 1,
      subjectNo: memberNo,
      subjectSeq: seq,
      occurredAt: completedAt,
      causationId: eventId,
      payload: { lessonId, lessonVersion: version } satisfies LessonCompletedPayload,
    });
  }

  /** The next lesson of the path that the member has not finished. */
  async #nextAfter(memberNo: number, lessonId: string): Promise<LessonCompletion['nextLesson']> {
    const cards = await this.content.cardsOf(memberNo);
    const here = cards.findIndex((card) => card.lessonId === lessonId);
    const next = cards
      .slice(here + 1)
      .find((card) => card.pathCode !== '' && card.pathCode === cards[here]?.pathCode && !card.isCompleted);
    return next ?? null;
  }
}
