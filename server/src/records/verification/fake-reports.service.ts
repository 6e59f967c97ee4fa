import { Injectable } from '@nestjs/common';
import { FAKE_REPORT_STATES, type FakeReportState } from '@siyu/shared/contracts/verification.limits';
import type { FakeReport, FakeReportQuery, FakeReports as Page } from '@siyu/shared/contracts/verification';
import { z } from 'zod';
import { Audit } from '../../foundation/audit/index.ts';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, insertRows } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { repeatOnDuplicate } from '../../platform/imports/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { FakeReportRow } from './fake-report.entity.ts';
import { ReportPictures } from './report-pictures.service.ts';
import { reportNotFound, tooManyReports } from './verification.errors.ts';
import { FAKE_REPORTED, type FakeReportedPayload } from './verification.events.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const PAGE = 50;
const DAY_MS = 86_400_000;
/** Of the whole firm in a day: a flood fills a list that people read, whatever addresses it comes from. */
const REPORTS_PER_DAY = 500;

interface Told {
  readonly reportId: string;
  readonly checkedText: string | null;
  readonly text: string;
  readonly pictureIds: readonly string[];
}

/** What people report as pretending to be the firm, and what compliance made of it. */
@Injectable()
export class FakeReports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly staff: StaffDirectory,
    private readonly pictures: ReportPictures,
  ) {}

  /** Told again, it is the same report, and what was told first stays. */
  async report({ reportId, checkedText, text, pictureIds }: Told): Promise<void> {
    const now = this.clock.now();
    await repeatOnDuplicate(this.database, async (tx) => {
      const { manager } = tx;
      if ((await manager.findOneBy(FakeReportRow, { reportId })) !== null) return;
      const today = await manager
        .createQueryBuilder(FakeReportRow, 'one')
        .where('one.state IN (:...states) AND one.reportedAt > :since', {
          states: FAKE_REPORT_STATES,
          since: now - DAY_MS,
        })
        .getCount();
      if (today >= REPORTS_PER_DAY) throw tooManyReports();
      const row = { reportId, checkedText, text, state: 'OPEN', reportedAt: now };
      await insertRows(tx, FakeReportRow, [row]);
      await this.pictures.attach(tx, reportId, pictureIds);
      const payload: FakeReportedPayload = { reportId, hasCheckedText: checkedText !== null };
      await this.outbox.publish(tx, {
        type: FAKE_REPORTED.type,
        version: 1,
        subjectNo: null,
        subjectSeq: null,
        occurredAt: now,
        causationId: null,
        payload,
      });
    });
  }

  async list({ state = 'OPEN', limit = PAGE, cursor }: FakeReportQuery): Promise<Page> {
    const matching = this.database.read
      .createQueryBuilder(FakeReportRow, 'one')
      .where('one.state = :state', { state });
    const total = await matching.clone().getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      matching.andWhere('(one.reportedAt < :at OR (one.reportedAt = :at AND one.reportId < :id))', {
        at: after[0],
        id: after[1],
      });
    }
    const found = await matching
      .orderBy('one.reportedAt', 'DESC')
      .addOrderBy('one.reportId', 'DESC')
      .take(Number(limit) + 1)
      .getMany();
    const rows = found.slice(0, Number(limit));
    const last = found.length > rows.length ? rows.at(-1) : undefined;
    const handlers = await this.staff.listStaffByIds(rows.flatMap(({ handlerId }) => handlerId ?? []));
    const pictures = await this.pictures.idsOf(rows.map(({ reportId }) => reportId));
    return {
      rows: rows.map((row) =>
        rowOf(row, pictures.get(row.reportId) ?? [], handlers.get(row.handlerId ?? '')?.name ?? null),
      ),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.reportedAt, last.reportId]),
    };
  }

  /** @throws {AppError} verification.report_not_found when there is none that is open. */
  async handle(actor: Principal, reportId: string, note: string): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const { affected } = await tx.manager.update(
        FakeReportRow,
        { reportId, state: 'OPEN' },
        { state: 'HANDLED', handledAt: this.clock.now(), handlerId: actor.id, note },
      );
      if (affected !== 1) throw reportNotFound();
      await this.audit.record(tx, {
        actor,
        action: 'verification.fake_report_handled',
        subjectKind: 'fake_report',
        subjectId: reportId,
      });
    });
  }
}

function rowOf(row: FakeReportRow, pictureIds: readonly string[], handlerName: string | null): FakeReport {
  const { reportId, checkedText, text, note, handledAt } = row;
  const state: FakeReportState = row.state === 'HANDLED' ? 'HANDLED' : 'OPEN';
  return {
    reportId,
    checkedText,
    text,
    pictureIds: [...pictureIds],
    state,
    reportedAt: new Date(row.reportedAt).toISOString(),
    handledAt: handledAt === null ? null : new Date(handledAt).toISOString(),
    handlerName,
    note,
  };
}
