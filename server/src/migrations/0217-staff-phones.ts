import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Phones that stand for accounts of staff, and the codes that tie them. */
export class StaffPhones extends TablesMigration {
  constructor() {
    super(217, 'staff-phones', [
      table(
        'staff_phones',
        [col.publicId('staff_id', { primary: true }), col.code('openid', 64), col.instant('tied_at')],
        { unique: [{ name: 'uq_staff_phones_openid', columns: ['openid'] }] },
      ),
      table(
        'staff_phone_codes',
        [col.publicId('staff_id', { primary: true }), col.code('code_sha256', 64), col.instant('expires_at')],
        { unique: [{ name: 'uq_staff_phone_codes_code', columns: ['code_sha256'] }] },
      ),
    ]);
  }
}
