import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  PROFESSIONAL_PICTURE_BYTES_MAX,
  PROFESSIONAL_PICTURE_TYPES,
  PROFESSIONAL_PICTURES_MAX,
} from '@siyu/shared/contracts/professional.limits';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import { Files, Pictures, type StoreOptions } from '../../../platform/files/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { ProfessionalPicture } from './professional-application.entity.ts';
import { pictureGone, pictureUnreadable, tooManyPictures } from './professional.errors.ts';

const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;
/** Of one member. */
const PICTURES_PER_DAY = 30;
const CHUNK = 50;

const STORED: StoreOptions = {
  purpose: 'PROFESSIONAL',
  grade: 'L4',
  maxBytes: PROFESSIONAL_PICTURE_BYTES_MAX,
  types: PROFESSIONAL_PICTURE_TYPES,
};

/** Pictures of what an application rests on: kept as long as it is, and forgotten after an hour without one. */
@Injectable()
export class ProfessionalPictures implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly pictures: Pictures,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('purge-professional-pictures', HOUR, async () => {
      while (await this.#purge());
    });
  }

  /**
   * Takes a picture in without what its maker wrote beside it.
   * @throws {AppError} professional.too_many_pictures, professional.picture_unreadable, files.too_large,
   *   files.type_refused
   */
  async take(memberNo: number, stream: AsyncIterable<Uint8Array>): Promise<string> {
    const today = { memberNo, uploadedAt: MoreThan(this.clock.now() - DAY_MS) };
    if ((await this.database.read.countBy(ProfessionalPicture, today)) >= PICTURES_PER_DAY)
      throw tooManyPictures();
    const received = await this.pictures.receive(stream, STORED, pictureUnreadable);
    return this.database.runInTransaction(async (tx) => {
      const { fileId, sha256 } = await this.files.keep(tx, received, STORED);
      const row = {
        pictureId: fileId,
        applicationId: null,
        memberNo,
        sha256,
        uploadedAt: this.clock.now(),
      };
      await insertRows(tx, ProfessionalPicture, [row]);
      return fileId;
    });
  }

  /**
   * Gives a member's pictures to their application.
   * @returns their hashes, in the order of the ids
   * @throws {AppError} professional.picture_gone
   */
  async attach(
    { manager }: Transaction,
    memberNo: number,
    applicationId: string,
    pictureIds: readonly string[],
  ): Promise<readonly string[]> {
    const free = { pictureId: In([...pictureIds]), memberNo, applicationId: IsNull() };
    const { affected } = await manager.update(ProfessionalPicture, free, { applicationId });
    if (affected !== pictureIds.length) throw pictureGone();
    const rows = await manager.findBy(ProfessionalPicture, { applicationId });
    const hashes = new Map(rows.map(({ pictureId, sha256 }) => [pictureId, sha256]));
    return pictureIds.map((id) => hashes.get(id) ?? '');
  }

  /** In the order in which they were sent. */
  async idsOf(applicationId: string): Promise<readonly string[]> {
    const rows = await this.database.read.find(ProfessionalPicture, {
      where: { applicationId },
      order: { uploadedAt: 'ASC', pictureId: 'ASC' },
      take: PROFESSIONAL_PICTURES_MAX,
    });
    return rows.map(({ pictureId }) => pictureId);
  }

  /** Those that the members have sent with no application. */
  async forgetFree(tx: Transaction, memberNos: readonly number[]): Promise<void> {
    const free = { applicationId: IsNull(), memberNo: In([...memberNos]) };
    await this.#forget(tx, await tx.manager.findBy(ProfessionalPicture, free));
  }

  async #purge(): Promise<boolean> {
    return this.database.runInTransaction(async (tx) => {
      const due = await tx.manager.find(ProfessionalPicture, {
        where: { applicationId: IsNull(), uploadedAt: LessThan(this.clock.now() - HOUR) },
        take: CHUNK,
      });
      await this.#forget(tx, due);
      return due.length === CHUNK;
    });
  }

  async #forget(tx: Transaction, pictures: readonly ProfessionalPicture[]): Promise<void> {
    for (const { pictureId } of pictures) {
      // An application may have named it since it was read.
      const free = { pictureId, applicationId: IsNull() };
      const { affected } = await tx.manager.delete(ProfessionalPicture, free);
      if (affected === 1) await this.files.remove(tx, pictureId);
    }
  }
}
