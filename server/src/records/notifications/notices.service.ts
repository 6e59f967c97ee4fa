import { Injectable } from '@nestjs/common';
import { CLASS_OF_NOTICE, type NoticeKind } from '@siyu/shared/contracts/notifications.limits';
import { In } from 'typeorm';
import { SubscribeSends } from '../../foundation/wechat/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import { ExternalIds, Identity } from '../identity/index.ts';
import { TemplateValueRefused } from './fit-value.ts';
import { Notice } from './notice.entity.ts';
import { type FilledTemplate, fillTemplate, NoticeTemplates } from './notice-templates.ts';
import { SubscribeLedger } from './subscribe-ledger.service.ts';

const KEY_PREFIX = 'notice:';
/** Of no use a week later: WeChat or we were away for long. */
const USEFUL_MS = 7 * 24 * 3_600_000;

/** Null for a message that another module sends. */
export const noticeIdOf = (businessKey: string): string | null =>
  businessKey.startsWith(KEY_PREFIX) ? businessKey.slice(KEY_PREFIX.length) : null;

/** Something to be told to those who asked for it. */
export interface Tidings {
  readonly kind: NoticeKind;
  /** What they asked to hear of. */
  readonly subject: string;
  /** What there is to tell: each member hears of it once. */
  readonly itemId: string;
  readonly facts: Readonly<Record<string, string>>;
  /** Query of the page that a touch opens. */
  readonly query?: string;
}

/** Plans subscribe messages; whether each one still may go is asked again when it is sent. */
@Injectable()
export class Notices {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly config: Config,
    private readonly identity: Identity,
    private readonly externalIds: ExternalIds,
    private readonly ledger: SubscribeLedger,
    private readonly templates: NoticeTemplates,
    private readonly sends: SubscribeSends,
  ) {}

  /** In the caller's transaction, and once however often it is asked; at most a few hundred members at once. */
  async plan(tx: Transaction, memberNos: readonly number[], tidings: Tidings): Promise<void> {
    const { kind, itemId, subject } = tidings;
    const members = await this.#untold(tx, memberNos, kind, itemId);
    if (members.length === 0) return;
    const filled = await this.#fill(tidings);
    const templateId = filled.message?.templateId ?? '';
    const openids = await this.externalIds.of(members, {
      kind: 'wechat_openid',
      issuer: this.config.wechat.appId,
    });
    const allowing = await this.ledger.allowing(members, templateId);
    const plannedAt = this.clock.now();
    const rows = [];
    for (const memberNo of members) {
      const noticeId = this.randomness.uuid();
      const openid = openids.get(memberNo);
      const reason =
        filled.reason ??
        (openid === undefined ? 'notifications.no_openid' : null) ??
        (allowing.has(memberNo) ? null : 'notifications.none_left');
      const sendId =
        reason === null && filled.message !== null && openid !== undefined
          ? await this.#send(tx, memberNo, noticeId, openid, filled.message)
          : null;
      rows.push({
        noticeId,
        memberNo,
        kind,
        messageClass: CLASS_OF_NOTICE[kind],
        subject,
        itemId,
        templateId,
        title: filled.message?.title ?? '',
        said: filled.message?.lines ?? [],
        state: sendId === null ? 'WITHHELD' : 'PLANNED',
        reason,
        plannedAt,
        settledAt: sendId === null ? plannedAt : null,
        sendId,
      });
    }
    await insertRows(tx, Notice, rows);
  }

  /** The persons who have not heard of it under any of their registrations, each once. */
  async #untold(
    { manager }: Transaction,
    memberNos: readonly number[],
    kind: NoticeKind,
    itemId: string,
  ): Promise<readonly number[]> {
    if (memberNos.length === 0) return [];
    const persons = [...(await this.identity.personsOf(memberNos)).values()];
    const numbers = persons.flatMap((person) => person.numbers);
    const told = await manager.find(Notice, {
      select: { memberNo: true },
      where: { memberNo: In(numbers), kind, itemId },
    });
    const known = new Set(told.map(({ memberNo }) => memberNo));
    const untold = persons.filter((person) => !person.numbers.some((number) => known.has(number)));
    return [...new Set(untold.map(({ memberNo }) => memberNo))];
  }

  async #send(
    tx: Transaction,
    memberNo: number,
    noticeId: string,
    openid: string,
    { templateId, page, data }: FilledTemplate,
  ): Promise<string> {
    const wanted = {
      businessKey: `${KEY_PREFIX}${noticeId}`,
      memberNo,
      notAfter: this.clock.now() + USEFUL_MS,
    };
    const { sendId } = await this.sends.plan(tx, wanted, { openid, templateId, page, data });
    return sendId;
  }

  async #fill({
    kind,
    facts,
    query,
  }: Tidings): Promise<{ readonly message: FilledTemplate | null; readonly reason: string | null }> {
    const template = (await this.templates.current()).get(kind);
    if (template === undefined) return { message: null, reason: 'notifications.no_template' };
    try {
      const message = fillTemplate(template, facts);
      const page = query === undefined ? message.page : `${message.page}?${query}`;
      return { message: { ...message, page }, reason: null };
    } catch (error) {
      if (!(error instanceof TemplateValueRefused)) throw error;
      return { message: null, reason: `notifications.field_refused.${error.field}` };
    }
  }
}
