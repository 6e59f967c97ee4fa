import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import {
  ConversationArchive,
  PlatformCallbacks,
  type SealedRecord,
  textOf,
} from '../../foundation/wechat/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { ArchiveConsents } from './archive-consents.ts';
import { UnreadRecord } from './archive-feed.entity.ts';
import { ArchiveLog } from './archive-log.ts';
import { ArchivePages } from './archive-page.ts';
import { ArchiveSeats } from './archive-seats.ts';

export const PULL_JOB = 'archive-pull';
const EVERY_MS = 60_000;
/** The archive gives a thousand; fewer keep a transaction short. */
const PAGE = 200;

/** Reads the archive on, page by page: whenever the platform says that there is something, and every minute. */
@Injectable()
export class ArchivePull implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly callbacks: PlatformCallbacks,
    private readonly archive: ConversationArchive,
    private readonly consents: ArchiveConsents,
    private readonly seats: ArchiveSeats,
    private readonly pages: ArchivePages,
    private readonly log: ArchiveLog,
  ) {}

  onModuleInit(): void {
    if (!this.archive.isOn) return;
    this.jobs.every(PULL_JOB, EVERY_MS, (lease) => this.#run(lease), { isStoppable: true });
    this.callbacks.on('wecom', 'msgaudit_notify', 'archive-notify', async (tx) =>
      tx.afterCommit(() => this.jobs.wake(PULL_JOB)),
    );
    const approved = 'change_external_contact.msg_audit_approved';
    this.callbacks.on('wecom', approved, 'archive-consents', async (tx, { facts, happenedAt }) => {
      const contactId = textOf(facts, 'ExternalUserID');
      const withId = textOf(facts, 'UserID');
      if (contactId === null || withId === null) return;
      await this.consents.note(tx, [{ contactId, withId, isAgreed: true, changedAt: happenedAt }]);
      tx.afterCommit(() => this.jobs.wake(PULL_JOB));
    });
  }

  /** The feed comes first: it waits five days, and who has a seat can be asked at any time. */
  async #run(lease: Lease): Promise<void> {
    await this.#readAgain(lease);
    await this.#readOn(lease);
    await this.seats.refresh(lease);
  }

  async #readOn(lease: Lease): Promise<void> {
    for (;;) {
      if (await lease.isCancelled()) return;
      const { lastSeq } = await this.log.cursor();
      const records = await this.archive.pull(lastSeq, PAGE);
      const isEnd = records.length < PAGE;
      const page = await this.pages.prepare(records);
      const next = records.reduce((most, { seq }) => Math.max(most, seq), lastSeq);
      await this.database.runInTransaction(async (tx) => {
        await lease.assertHeld(tx);
        await this.log.write(tx, page);
        await this.log.moveOn(tx, { lastSeq: next, refused: page.refused, isEnd });
      });
      if (isEnd) return;
    }
  }

  /** Records whose key was put there meanwhile. */
  async #readAgain(lease: Lease): Promise<void> {
    for (const version of await this.#versionsWaiting()) {
      if (!(await this.archive.knowsKey(version))) continue;
      for (;;) {
        const waiting = await this.database.read.find(UnreadRecord, {
          where: { why: 'UNKNOWN_KEY', keyVersion: version },
          order: { seq: 'ASC' },
          take: PAGE,
        });
        if (waiting.length === 0 || lease.isEnding()) break;
        await this.#settle(lease, waiting);
      }
    }
  }

  async #versionsWaiting(): Promise<readonly number[]> {
    const rows = await this.database.read
      .createQueryBuilder(UnreadRecord, 'record')
      .select('record.keyVersion', 'keyVersion')
      .distinct()
      .where('record.why = :why', { why: 'UNKNOWN_KEY' })
      .getRawMany<{ keyVersion: number }>();
    return rows.map(({ keyVersion }) => Number(keyVersion));
  }

  async #settle(lease: Lease, records: readonly SealedRecord[]): Promise<void> {
    const page = await this.pages.prepare(records);
    await this.database.runInTransaction(async (tx) => {
      await lease.assertHeld(tx);
      await tx.manager.delete(UnreadRecord, { seq: In(records.map(({ seq }) => seq)) });
      await this.log.write(tx, page);
      await this.log.moveOn(tx, { lastSeq: null, refused: page.refused, isEnd: false });
    });
  }
}
