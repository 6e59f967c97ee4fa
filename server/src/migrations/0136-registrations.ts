import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

/** A registration has a last day of its own, apart from that of the employment. */
export class Registrations extends TablesMigration {
  constructor() {
    super(136, 'registrations', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'staff', [{ column: col.day('registration_until', { nullable: true }) }]);
  }
}
