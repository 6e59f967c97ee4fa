import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** One complaint as it stands now; how it came there is in its steps. Its id is made by whoever sends it. */
@Entity('complaints')
@Index('uq_complaints_no', ['complaintNo'], { unique: true })
@Index('ix_complaints_due', ['state', 'dueOn', 'complaintId'])
@Index('ix_complaints_registered', ['state', 'registeredAt', 'complaintId'])
@Index('ix_complaints_member', ['memberNo', 'registeredAt', 'complaintId'])
@Index('ix_complaints_owner', ['ownerId', 'state'])
export class Complaint {
  @Col.publicId({ grade: 'L1', primary: true }) complaintId!: string;
  @Col.code(20, { grade: 'L2' }) complaintNo!: string;
  @Col.code(16, { grade: 'L2' }) channel!: string;
  @Col.code(16, { grade: 'L2' }) category!: string;
  /** Null for somebody without the app. */
  @Col.memberNo({ grade: 'L2', nullable: true }) memberNo!: number | null;
  /** Name and telephone number of whoever has no account here. */
  @Col.text(60, { grade: 'L3', nullable: true }) complainant!: string | null;
  @Col.text(1_000, { grade: 'L3' }) text!: string;
  /** What the client means to buy or sell: for whoever handles it and for compliance only. */
  @Col.text(300, { grade: 'L3', nullable: true }) tradingPlan!: string | null;
  /** The client's branch, or that of whoever took it down; null for head office. */
  @Col.publicId({ grade: 'L2', nullable: true }) branchId!: string | null;
  @Col.code(16, { grade: 'L2' }) state!: string;
  /** Number of the last step. */
  @Col.count({ grade: 'L2' }) stepNo!: number;
  @Col.publicId({ grade: 'L2', nullable: true }) ownerId!: string | null;
  /** Whose answer was appealed against: the appeal goes to somebody else. */
  @Col.publicId({ grade: 'L2', nullable: true }) appealedFromId!: string | null;
  /** Last day on which the firm is in time; null when it owes nothing. */
  @Col.day({ grade: 'L2', nullable: true }) dueOn!: number | null;
  @Col.instant({ grade: 'L2' }) registeredAt!: number;
  /** First day on which it may be closed without the client's word. */
  @Col.day({ grade: 'L2', nullable: true }) closableOn!: number | null;
  /** Versions of configuration that the last due day was made with. */
  @Col.count({ grade: 'L2' }) periodsVersion!: number;
  @Col.count({ grade: 'L2' }) holidaysVersion!: number;
  /** The follow-up call in which it was found. */
  @Col.publicId({ grade: 'L2', nullable: true }) callId!: string | null;
  /** Since when it is kept by law only: the account was closed. */
  @Col.instant({ grade: 'L2', nullable: true }) restrictedAt!: number | null;
}

/** The last number of a day. */
@Entity('complaint_numbers')
export class ComplaintNumber {
  @Col.day({ grade: 'L1', primary: true }) numberedOn!: number;
  @Col.count({ grade: 'L1' }) lastNo!: number;
}

/** A picture that was sent with a complaint. Without one for an hour it goes. */
@Entity('complaint_pictures')
@Index('ix_complaint_pictures_complaint', ['complaintId', 'uploadedAt'])
@Index('ix_complaint_pictures_uploaded', ['uploadedAt'])
export class ComplaintPicture {
  /** The id of its file. */
  @Col.publicId({ grade: 'L1', primary: true }) pictureId!: string;
  @Col.publicId({ grade: 'L1', nullable: true }) complaintId!: string | null;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.instant({ grade: 'L2' }) uploadedAt!: number;
}
