import { Injectable } from '@nestjs/common';
import {
  COMPLAINT_PICTURE_BYTES_MAX,
  COMPLAINT_PICTURE_TYPES,
  COMPLAINT_PICTURES_MAX,
} from '@siyu/shared/contracts/care.limits';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { Files, type OpenedFile, Pictures, type StoreOptions } from '../../platform/files/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { pictureGone, pictureNotFound, pictureUnreadable, tooManyPictures } from './care.errors.ts';
import { ComplaintPicture } from './complaint.entity.ts';

const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;
/** Of one member, however many complaints they begin. */
const PICTURES_PER_DAY = 30;
const CHUNK = 50;

const STORED: StoreOptions = {
  purpose: 'COMPLAINT',
  grade: 'L3',
  maxBytes: COMPLAINT_PICTURE_BYTES_MAX,
  types: COMPLAINT_PICTURE_TYPES,
};

/** Pictures that prove what a complaint says: kept as long as it is, each look of staff in the trail. */
@Injectable()
export class ComplaintPictures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly pictures: Pictures,
    private readonly audit: Audit,
  ) {}

  /**
   * Takes a picture in without what its maker wrote beside it. A complaint names it within the hour, or it goes.
   * @throws {AppError} care.too_many_pictures, care.picture_unreadable, files.too_large, files.type_refused
   */
  async take(memberNo: number, stream: AsyncIterable<Uint8Array>): Promise<string> {
    const today = { memberNo, uploadedAt: MoreThan(this.clock.now() - DAY_MS) };
    if ((await this.database.read.countBy(ComplaintPicture, today)) >= PICTURES_PER_DAY)
      throw tooManyPictures();
    const received = await this.pictures.receive(stream, STORED, pictureUnreadable);
    return this.database.runInTransaction(async (tx) => {
      const { fileId } = await this.files.keep(tx, received, STORED);
      const row = { pictureId: fileId, complaintId: null, memberNo, uploadedAt: this.clock.now() };
      await insertRows(tx, ComplaintPicture, [row]);
      return fileId;
    });
  }

  /** Gives a member's pictures to their complaint. @throws {AppError} care.picture_gone */
  async attach(
    { manager }: Transaction,
    memberNo: number,
    complaintId: string,
    pictureIds: readonly string[],
  ): Promise<void> {
    if (pictureIds.length === 0) return;
    const free = { pictureId: In([...pictureIds]), memberNo, complaintId: IsNull() };
    const { affected } = await manager.update(ComplaintPicture, free, { complaintId });
    if (affected !== pictureIds.length) throw pictureGone();
  }

  /** Ids by complaint, in the order in which they were sent. */
  async idsOf(complaintIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.database.read.find(ComplaintPicture, {
      where: { complaintId: In([...complaintIds]) },
      order: { uploadedAt: 'ASC', pictureId: 'ASC' },
      take: complaintIds.length * COMPLAINT_PICTURES_MAX,
    });
    const ids = new Map<string, string[]>();
    for (const { complaintId, pictureId } of rows)
      ids.set(complaintId ?? '', [...(ids.get(complaintId ?? '') ?? []), pictureId]);
    return ids;
  }

  /** @throws {AppError} care.picture_not_found */
  async open(actor: Principal, complaintId: string, pictureId: string): Promise<OpenedFile> {
    if (!(await this.database.read.existsBy(ComplaintPicture, { complaintId, pictureId })))
      throw pictureNotFound();
    const file = await this.files.open(pictureId);
    const subject = { subjectKind: 'complaint', subjectId: complaintId, inputs: { pictureId } };
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, { actor, action: 'care.read_picture', ...subject }),
    );
    return file;
  }

  /** Forgets pictures that no complaint has named within the hour. @returns whether there may be more */
  async purge(): Promise<boolean> {
    return this.database.runInTransaction(async (tx) => {
      const due = await tx.manager.find(ComplaintPicture, {
        where: { complaintId: IsNull(), uploadedAt: LessThan(this.clock.now() - HOUR) },
        take: CHUNK,
      });
      await this.#forget(tx, due);
      return due.length === CHUNK;
    });
  }

  /** Those that members have not sent with a complaint. */
  async forgetFree(tx: Transaction, memberNos: readonly number[]): Promise<void> {
    const free = { complaintId: IsNull(), memberNo: In([...memberNos]) };
    await this.#forget(tx, await tx.manager.findBy(ComplaintPicture, free));
  }

  async #forget(tx: Transaction, pictures: readonly ComplaintPicture[]): Promise<void> {
    for (const { pictureId } of pictures) {
      // A complaint may have named it since it was read.
      const { affected } = await tx.manager.delete(ComplaintPicture, { pictureId, complaintId: IsNull() });
      if (affected === 1) await this.files.remove(tx, pictureId);
    }
  }
}
