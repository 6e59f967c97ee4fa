import { Injectable } from '@nestjs/common';
import type { NoticeSetting, NoticeSettings, SetWish } from '@siyu/shared/contracts/notifications';
import {
  CLASS_OF_NOTICE,
  NOTICE_KINDS,
  type NoticeKind,
  WHOLE_ACCOUNT,
  WISHES_MAX,
} from '@siyu/shared/contracts/notifications.limits';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { NoticeWish } from './notice.entity.ts';
import { NoticeTemplates } from './notice-templates.ts';
import { subjectUnknown, tooManyWishes } from './notifications.errors.ts';
import { SubscribeLedger } from './subscribe-ledger.service.ts';

/** Says what a subject is called; null when there is no such thing, or this member may not hear of it. */
export type SubjectTitle = (subject: string, memberNo: number) => Promise<string | null>;

/** What members asked to be told of, and how many messages they still allow. */
@Injectable()
export class NoticeWishes {
  readonly #titles = new Map<NoticeKind, SubjectTitle>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly ledger: SubscribeLedger,
    private readonly templates: NoticeTemplates,
  ) {
    this.#titles.set('ACCOUNT_LINKED', async (subject) => (subject === WHOLE_ACCOUNT ? '' : null));
  }

  /** The module that has the things of a kind says which there are; call it in `onModuleInit`. */
  onSubject(kind: NoticeKind, titleOf: SubjectTitle): void {
    if (this.#titles.has(kind)) throw new Error(`subjects of ${kind} are named twice`);
    this.#titles.set(kind, titleOf);
  }

  /** @throws {AppError} notifications.subject_unknown, notifications.too_many_wishes */
  async set(memberNo: number, kind: NoticeKind, { subject, isWished }: SetWish): Promise<NoticeSettings> {
    const title = isWished ? await this.#titles.get(kind)?.(subject, memberNo) : null;
    if (isWished && (title === null || title === undefined)) throw subjectUnknown();
    const numbers = await this.identity.numbersOf(memberNo);
    await this.database.runInTransaction(async (tx) => {
      const { manager } = tx;
      await this.identity.lockMembers(tx, [memberNo]);
      if (!isWished) {
        // Asked for under whichever registration of the person.
        await manager.delete(NoticeWish, { memberNo: In([...numbers]), kind, subject });
        return;
      }
      if ((await manager.countBy(NoticeWish, { memberNo })) >= WISHES_MAX) throw tooManyWishes(WISHES_MAX);
      await manager
        .createQueryBuilder()
        .insert()
        .into(NoticeWish)
        .values({ memberNo, kind, subject, title: title ?? '', wishedAt: this.clock.now() })
        .orIgnore()
        .updateEntity(false)
        .execute();
    });
    return this.settingsOf(memberNo);
  }

  async settingsOf(memberNo: number): Promise<NoticeSettings> {
    const numbers = await this.identity.numbersOf(memberNo);
    const [templates, balances, wishes, isMarketingAllowed] = await Promise.all([
      this.templates.current(),
      this.ledger.balancesOf(memberNo),
      this.database.read.find(NoticeWish, {
        where: { memberNo: In([...numbers]) },
        order: { wishedAt: 'DESC', subject: 'ASC' },
      }),
      this.identity.mayProcess(memberNo, 'MARKETING'),
    ]);
    const settings = NOTICE_KINDS.map((kind): NoticeSetting => {
      const templateId = templates.get(kind)?.templateId ?? null;
      return {
        kind,
        messageClass: CLASS_OF_NOTICE[kind],
        templateId,
        messagesLeft: templateId === null ? 0 : (balances.get(templateId) ?? 0),
        wishes: wishes
          .filter((wish) => wish.kind === kind)
          .map(({ subject, title, wishedAt }) => ({
            subject,
            title,
            wishedAt: new Date(wishedAt).toISOString(),
          })),
      };
    });
    return { settings, isMarketingAllowed };
  }
}
