import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** From when to when the data of a registration is stored only: kept by law, used for nothing. */
@Entity('member_restrictions')
export class MemberRestriction {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.instant({ grade: 'L2', primary: true }) restrictedAt!: number;
  @Col.code(32, { grade: 'L2' }) reason!: string;
  @Col.instant({ grade: 'L2', nullable: true }) liftedAt!: number | null;
}
