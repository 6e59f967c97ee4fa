import { type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, col, table, TablesMigration } from '../platform/database/index.ts';

const secondFactors = () =>
  table('staff_second_factors', [
    col.publicId('staff_id', { primary: true }),
    col.code('sealed_secret', 255, { nullable: true }),
    col.instant('confirmed_at', { nullable: true }),
    col.instant('last_step', { nullable: true }),
    col.code('sealed_proposal', 255, { nullable: true }),
  ]);

const recoveryCodes = () =>
  table('staff_recovery_codes', [
    col.publicId('staff_id', { primary: true }),
    col.code('code_sha256', 64, { primary: true }),
    col.instant('used_at', { nullable: true }),
  ]);

const roleChanges = () =>
  table(
    'role_changes',
    [
      col.publicId('change_id', { primary: true }),
      col.publicId('staff_id'),
      col.count('version'),
      col.json('before_json'),
      col.json('after_json'),
      col.text('reason', 200),
      col.code('state', 16),
      col.publicId('requester_id'),
      col.instant('requested_at'),
      col.instant('decided_at', { nullable: true }),
    ],
    {
      unique: [{ name: 'uq_role_changes_staff', columns: ['staff_id', 'version'] }],
      indexes: [{ name: 'ix_role_changes_state', columns: ['state', 'staff_id'] }],
    },
  );

/** The second step of signing in, where from somebody is signed in, and roles that a second person agrees to. */
export class Staff extends TablesMigration {
  constructor() {
    super(66, 'staff', [secondFactors(), recoveryCodes(), roleChanges()]);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'staff', [{ column: col.flag('must_change_password', { nullable: true }) }]);
    await addColumns(runner, 'sessions', [
      { column: col.text('device', 60, { nullable: true }) },
      { column: col.code('address', 45, { nullable: true }) },
    ]);
    const sessions = await runner.getTable('sessions');
    const name = 'ix_sessions_staff_id';
    if (sessions?.indices.some((index) => index.name === name) === true) return;
    await runner.createIndex('sessions', new TableIndex({ name, columnNames: ['staff_id'] }));
  }
}
