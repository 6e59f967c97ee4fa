import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** That a member said to be of age, in which words and when. Append-only, once for each version of the words. */
@Entity('adult_statements')
export class AdultStatement {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.code(32, { grade: 'L1', primary: true }) textVersion!: string;
  @Col.code(64, { grade: 'L1' }) textSha256!: string;
  @Col.instant({ grade: 'L2' }) statedAt!: number;
}
