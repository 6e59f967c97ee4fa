import { Injectable } from '@nestjs/common';
import {
  REPORT_PICTURE_BYTES_MAX,
  REPORT_PICTURE_TYPES,
  REPORT_PICTURES_MAX,
} from '@siyu/shared/contracts/verification.limits';
import { In, IsNull } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { Files, type OpenedFile, Pictures, type StoreOptions } from '../../platform/files/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { ReportPicture } from './report-picture.entity.ts';
import { pictureGone, pictureNotFound, pictureUnreadable, tooManyPictures } from './verification.errors.ts';

const DAY_MS = 86_400_000;
/** Of the whole firm: anybody may send pictures, from as many addresses as they have. */
const PICTURES_PER_DAY = 600;
const KEPT_BYTES_MAX = 1_073_741_824;
/** On their way in at one moment: each is held in memory until it has been read. */
const AT_ONCE_MAX = 8;

const STORED: StoreOptions = {
  purpose: 'FAKE_REPORT',
  grade: 'L3',
  maxBytes: REPORT_PICTURE_BYTES_MAX,
  types: REPORT_PICTURE_TYPES,
};

/** Pictures of a report: sent by nobody in particular, seen by compliance, each look in the trail. */
@Injectable()
export class ReportPictures {
  #underway = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly pictures: Pictures,
    private readonly audit: Audit,
  ) {}

  /**
   * Takes a picture in without what its maker wrote beside it. A report names it within the hour, or it goes.
   * @throws {AppError} verification.too_many_pictures, verification.picture_unreadable, files.too_large, files.type_refused
   */
  async take(stream: AsyncIterable<Uint8Array>): Promise<string> {
    if (this.#underway >= AT_ONCE_MAX) throw tooManyPictures();
    this.#underway += 1;
    try {
      await this.#refuseFlood();
      const received = await this.pictures.receive(stream, STORED, pictureUnreadable);
      return await this.database.runInTransaction(async (tx) => {
        const { fileId, bytes } = await this.files.keep(tx, received, STORED);
        const row = { pictureId: fileId, reportId: null, bytes, uploadedAt: this.clock.now() };
        await insertRows(tx, ReportPicture, [row]);
        return fileId;
      });
    } finally {
      this.#underway -= 1;
    }
  }

  /**
   * Gives pictures to a report; each belongs to one, so nobody else's can be named.
   * @throws {AppError} verification.picture_gone
   */
  async attach({ manager }: Transaction, reportId: string, pictureIds: readonly string[]): Promise<void> {
    if (pictureIds.length === 0) return;
    const free = { pictureId: In([...pictureIds]), reportId: IsNull() };
    const { affected } = await manager.update(ReportPicture, free, { reportId });
    if (affected !== pictureIds.length) throw pictureGone();
  }

  /** Ids by report, in the order in which they were sent. */
  async idsOf(reportIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.database.read.find(ReportPicture, {
      where: { reportId: In([...reportIds]) },
      order: { uploadedAt: 'ASC', pictureId: 'ASC' },
      take: reportIds.length * REPORT_PICTURES_MAX,
    });
    const ids = new Map<string, string[]>();
    for (const { reportId, pictureId } of rows)
      ids.set(reportId ?? '', [...(ids.get(reportId ?? '') ?? []), pictureId]);
    return ids;
  }

  /** @throws {AppError} verification.picture_not_found */
  async open(actor: Principal, reportId: string, pictureId: string): Promise<OpenedFile> {
    if (!(await this.database.read.existsBy(ReportPicture, { reportId, pictureId }))) throw pictureNotFound();
    const file = await this.files.open(pictureId);
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor,
        action: 'verification.read_picture',
        subjectKind: 'fake_report',
        subjectId: reportId,
        inputs: { pictureId },
      }),
    );
    return file;
  }

  async #refuseFlood(): Promise<void> {
    const { read } = this.database;
    const [kept]: { readonly bytes: number | string | null }[] = await read.query(
      'SELECT SUM(bytes) AS bytes FROM fake_report_pictures',
    );
    const today = await read
      .createQueryBuilder(ReportPicture, 'one')
      .where('one.uploadedAt > :since', { since: this.clock.now() - DAY_MS })
      .getCount();
    if (today >= PICTURES_PER_DAY || Number(kept?.bytes ?? 0) >= KEPT_BYTES_MAX) throw tooManyPictures();
  }
}
