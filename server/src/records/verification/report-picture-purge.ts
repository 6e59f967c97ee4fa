import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Files } from '../../platform/files/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { ReportPicture } from './report-picture.entity.ts';

const HOUR = 3_600_000;
/** Long enough for the police and the platform to have asked. */
const KEPT_MS = 180 * 86_400_000;
const CHUNK = 50;

/** Forgets pictures that no report has named, and those of reports that were handled half a year ago. */
@Injectable()
export class ReportPicturePurge implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly files: Files,
  ) {}

  onModuleInit(): void {
    this.jobs.every('purge-report-pictures', HOUR, async () => {
      while ((await this.#purge()) === CHUNK);
    });
  }

  async #purge(): Promise<number> {
    const now = this.clock.now();
    return this.database.runInTransaction(async (tx) => {
      const due: { readonly pictureId: string; readonly reportId: string | null }[] = await tx.manager.query(
        `SELECT p.picture_id AS pictureId, p.report_id AS reportId FROM fake_report_pictures p
           LEFT JOIN fake_reports r ON r.report_id = p.report_id
          WHERE (p.report_id IS NULL AND p.uploaded_at < ?) OR r.handled_at < ? LIMIT ${CHUNK}`,
        [now - HOUR, now - KEPT_MS],
      );
      for (const { pictureId, reportId } of due) {
        // A report may have named it since it was read.
        const asRead = { pictureId, reportId: reportId ?? IsNull() };
        const { affected } = await tx.manager.delete(ReportPicture, asRead);
        if (affected === 1) await this.files.remove(tx, pictureId);
      }
      return due.length;
    });
  }
}
