import { Entity } from 'typeorm';
import { Col } from '../platform/database/index.ts';

/** A finished step of loading the demo firm, written in the transaction of the step: a killed load goes on after it. */
@Entity('demo_marks')
export class DemoMark {
  @Col.code(64, { grade: 'L1', primary: true }) mark!: string;
  @Col.instant({ grade: 'L1' }) doneAt!: number;
}
