import { Entity } from 'typeorm';
import { Col } from '../database/index.ts';

/** A random key that the server made for itself and shares among its processes through the database. */
@Entity('secrets')
export class Secret {
  @Col.code(64, { grade: 'L4', primary: true }) name!: string;
  @Col.code(128, { grade: 'L4' }) value!: string;
  @Col.instant({ grade: 'L2' }) madeAt!: number;
}
