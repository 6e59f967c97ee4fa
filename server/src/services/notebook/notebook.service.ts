import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { consentRequired, Content } from '../content/index.ts';
import { LessonFavourite, LessonNote } from './notebook.entity.ts';

/** What members keep beside lessons. Each act says how it shall be, so a repeat of it changes nothing. */
@Injectable()
export class Notebook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly content: Content,
  ) {}

  /**
   * Keeps a lesson at hand, or no longer. One that cannot be read any more can still be let go.
   * @throws {AppError} content.lesson_not_found
   */
  async setFavourite(memberNo: number, lessonId: string, isFavourite: boolean): Promise<void> {
    if (isFavourite) await this.content.getShownFor(memberNo, lessonId);
    await this.#change(memberNo, async (tx, numbers) => {
      const own = { memberNo: In([...numbers]), lessonId };
      if (!isFavourite) await tx.manager.delete(LessonFavourite, own);
      else if (!(await tx.manager.existsBy(LessonFavourite, own)))
        await insertRows(tx, LessonFavourite, [{ memberNo, lessonId, keptAt: this.clock.now() }]);
    });
  }

  /**
   * Replaces the note to a lesson; an empty text takes it away.
   * @throws {AppError} content.lesson_not_found
   */
  async writeNote(memberNo: number, lessonId: string, text: string): Promise<void> {
    if (text !== '') await this.content.getShownFor(memberNo, lessonId);
    await this.#change(memberNo, async (tx, numbers) => {
      const own = { memberNo: In([...numbers]), lessonId };
      if (await tx.manager.existsBy(LessonNote, { ...own, text })) return;
      await tx.manager.delete(LessonNote, own);
      if (text !== '')
        await insertRows(tx, LessonNote, [{ memberNo, lessonId, text, writtenAt: this.clock.now() }]);
    });
  }

  async #change(
    memberNo: number,
    work: (tx: Transaction, numbers: readonly number[]) => Promise<void>,
  ): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      // Who withdraws or closes the account meanwhile leaves nothing behind.
      await this.identity.lockMembers(tx, [memberNo]);
      if (!(await this.identity.mayProcess(memberNo, 'SERVICE', tx.manager))) throw consentRequired();
      await work(tx, await this.identity.numbersOf(memberNo, tx.manager));
    });
  }
}
