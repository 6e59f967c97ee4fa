import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** The WeChat account that stands for one of the staff on a phone: one each, in both directions. */
@Entity('staff_phones')
@Index('uq_staff_phones_openid', ['openid'], { unique: true })
export class StaffPhone {
  @Col.publicId({ grade: 'L2', primary: true }) staffId!: string;
  @Col.code(64, { grade: 'L3' }) openid!: string;
  @Col.instant({ grade: 'L2' }) tiedAt!: number;
}

/** A code that was shown at the desk and not entered on a phone yet; the last one of a person only. */
@Entity('staff_phone_codes')
@Index('uq_staff_phone_codes_code', ['codeSha256'], { unique: true })
export class StaffPhoneCode {
  @Col.publicId({ grade: 'L2', primary: true }) staffId!: string;
  @Col.code(64, { grade: 'L4' }) codeSha256!: string;
  @Col.instant({ grade: 'L2' }) expiresAt!: number;
}
