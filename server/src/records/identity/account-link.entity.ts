import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A member's tries to link an account, counted from the first one of the window. Neither number is kept. */
@Entity('account_link_attempts')
export class AccountLinkAttempt {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.instant({ grade: 'L2' }) firstAt!: number;
  @Col.count({ grade: 'L2' }) codesSent!: number;
  @Col.count({ grade: 'L2' }) codesTried!: number;
  /** What the core system calls the code that is on its way; useless without the code. */
  @Col.code(128, { grade: 'L4', nullable: true }) ticket!: string | null;
}
