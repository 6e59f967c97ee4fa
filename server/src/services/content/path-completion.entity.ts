import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/**
 * A path finished: on that day every lesson of it that was published then had been read to its end. Lessons
 * published later take nothing back.
 */
@Entity('path_completions')
@Index('ix_path_completions_path', ['pathCode'])
export class PathCompletion {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.code(32, { grade: 'L3', primary: true }) pathCode!: string;
  @Col.instant({ grade: 'L3' }) completedAt!: number;
  /** Clock of the member after the transaction that wrote this. */
  @Col.count({ grade: 'L2' }) seq!: number;
}
