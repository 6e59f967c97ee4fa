import { Injectable } from '@nestjs/common';
import type { NoticeSettings, ReportAnswers, SentNotices } from '@siyu/shared/contracts/notifications';
import { In } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { Identity } from '../identity/index.ts';
import { Notice } from './notice.entity.ts';
import { NoticeTemplates } from './notice-templates.ts';
import { NoticeWishes } from './notice-wishes.service.ts';
import { consentRequired } from './notifications.errors.ts';
import { SubscribeAccepts } from './subscribe-accepts.service.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);

/** What members see of the messages to them, and what their phones report. */
@Injectable()
export class MemberNotices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly templates: NoticeTemplates,
    private readonly accepts: SubscribeAccepts,
    private readonly wishes: NoticeWishes,
  ) {}

  /** @throws {AppError} identity.consent_required */
  async memberNoOf({ memberNo }: Principal): Promise<number> {
    if (memberNo === null || !(await this.identity.mayProcess(memberNo, 'SERVICE'))) throw consentRequired();
    return memberNo;
  }

  /** Templates that are not ours are let pass: the phone may ask with a list that is out of date. */
  async report(memberNo: number, { answerId, answers }: ReportAnswers): Promise<NoticeSettings> {
    const ours = new Set([...(await this.templates.current()).values()].map(({ templateId }) => templateId));
    const accepted = answers.filter(
      ({ templateId, answer }) => answer.startsWith('accept') && ours.has(templateId),
    );
    const at = this.clock.now();
    await this.database.runInTransaction(async (tx) => {
      await this.identity.lockMembers(tx, [memberNo]);
      for (const templateId of new Set(accepted.map((each) => each.templateId))) {
        // The key names the member too: another one's id must not be in the way.
        const key = `${memberNo}:${answerId}:${templateId}`.slice(0, 96);
        await this.accepts.take(tx, 'phoneKey', { memberNo, templateId, key, at });
      }
    });
    return this.wishes.settingsOf(memberNo);
  }

  /** The latest first; under whichever registration they were sent. */
  async list(memberNo: number, limit: number, cursor: string | undefined): Promise<SentNotices> {
    const numbers = await this.identity.numbersOf(memberNo);
    const matching = this.database.read
      .createQueryBuilder(Notice, 'notice')
      .where({ memberNo: In([...numbers]) });
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere(
        '(notice.plannedAt < :at OR (notice.plannedAt = :at AND notice.noticeId < :noticeId))',
        { at: after[0], noticeId: after[1] },
      );
    const found = await matching
      .orderBy('notice.plannedAt', 'DESC')
      .addOrderBy('notice.noticeId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      notices: page.map(
        ({ noticeId, kind, messageClass, title, said, state, reason, plannedAt, settledAt }) => ({
          noticeId,
          kind,
          messageClass,
          title,
          lines: [...said],
          state,
          reason,
          at: new Date(settledAt ?? plannedAt).toISOString(),
        }),
      ),
      nextCursor: last === undefined ? null : encodeCursor([last.plannedAt, last.noticeId]),
    };
  }
}
