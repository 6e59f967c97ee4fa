import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Pictures that people send with a report of an impostor. */
export class ReportPictures extends TablesMigration {
  constructor() {
    super(130, 'report-pictures', [
      table(
        'fake_report_pictures',
        [
          col.publicId('picture_id', { primary: true }),
          col.publicId('report_id', { nullable: true }),
          col.count('bytes'),
          col.instant('uploaded_at'),
        ],
        {
          indexes: [
            { name: 'ix_fake_report_pictures_report', columns: ['report_id', 'uploaded_at'] },
            { name: 'ix_fake_report_pictures_uploaded', columns: ['uploaded_at'] },
          ],
        },
      ),
    ]);
  }
}
