import { Entity } from 'typeorm';
import { Col } from '../database/index.ts';

/** The first answer to a request that carried an idempotency key; a repeat gets the same one. */
@Entity('first_answers')
export class FirstAnswer {
  @Col.publicId({ grade: 'L2', primary: true }) principalId!: string;
  @Col.code(64, { grade: 'L1', primary: true }) requestKey!: string;
  @Col.code(64, { grade: 'L1' }) requestSha256!: string;
  @Col.json({ grade: 'L3' }) answer!: unknown;
  @Col.instant({ grade: 'L2' }) answeredAt!: number;
}
