import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Up to which facts and day a member has been scored: the fence against a slower, older computation. */
@Entity('scoring_heads')
export class ScoringHead {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.count({ grade: 'L2' }) seq!: number;
  @Col.day({ grade: 'L2' }) asOf!: number;
  @Col.instant({ grade: 'L2' }) scoredAt!: number;
}
