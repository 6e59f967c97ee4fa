import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** The last session key of an openid of ours. */
@Entity('wechat_session_keys')
@Index('ix_wechat_session_keys_member', ['memberNo'])
export class SessionKey {
  @Col.code(128, { grade: 'L3', primary: true }) openid!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(255, { grade: 'L4' }) sealed!: string;
  @Col.instant({ grade: 'L2' }) keptAt!: number;
}
