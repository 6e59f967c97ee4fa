import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A picture that was sent for a report of an impostor. Without a report for an hour it goes. */
@Entity('fake_report_pictures')
@Index('ix_fake_report_pictures_report', ['reportId', 'uploadedAt'])
@Index('ix_fake_report_pictures_uploaded', ['uploadedAt'])
export class ReportPicture {
  /** The id of its file. */
  @Col.publicId({ grade: 'L1', primary: true }) pictureId!: string;
  @Col.publicId({ grade: 'L1', nullable: true }) reportId!: string | null;
  @Col.count({ grade: 'L1' }) bytes!: number;
  @Col.instant({ grade: 'L2' }) uploadedAt!: number;
}
