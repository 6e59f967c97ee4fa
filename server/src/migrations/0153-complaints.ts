import { col, table, TablesMigration } from '../platform/database/index.ts';

const complaints = () =>
  table(
    'complaints',
    [
      col.publicId('complaint_id', { primary: true }),
      col.code('complaint_no', 20),
      col.code('channel', 16),
      col.code('category', 16),
      col.memberNo('member_no', { nullable: true }),
      col.text('complainant', 60, { nullable: true }),
      col.text('text', 1_000),
      col.text('trading_plan', 300, { nullable: true }),
      col.publicId('branch_id', { nullable: true }),
      col.code('state', 16),
      col.count('step_no'),
      col.publicId('owner_id', { nullable: true }),
      col.publicId('appealed_from_id', { nullable: true }),
      col.day('due_on', { nullable: true }),
      col.instant('registered_at'),
      col.day('closable_on', { nullable: true }),
      col.count('periods_version'),
      col.count('holidays_version'),
      col.publicId('call_id', { nullable: true }),
      col.instant('restricted_at', { nullable: true }),
    ],
    {
      unique: [{ name: 'uq_complaints_no', columns: ['complaint_no'] }],
      indexes: [
        { name: 'ix_complaints_due', columns: ['state', 'due_on', 'complaint_id'] },
        { name: 'ix_complaints_registered', columns: ['state', 'registered_at', 'complaint_id'] },
        { name: 'ix_complaints_member', columns: ['member_no', 'registered_at', 'complaint_id'] },
        { name: 'ix_complaints_owner', columns: ['owner_id', 'state'] },
      ],
    },
  );

/** Complaints with their numbers and pictures, and what was done with them and with follow-up calls. */
export class Complaints extends TablesMigration {
  constructor() {
    super(153, 'complaints', [
      complaints(),
      table('complaint_numbers', [col.day('numbered_on', { primary: true }), col.count('last_no')]),
      table(
        'complaint_pictures',
        [
          col.publicId('picture_id', { primary: true }),
          col.publicId('complaint_id', { nullable: true }),
          col.memberNo('member_no'),
          col.instant('uploaded_at'),
        ],
        {
          indexes: [
            { name: 'ix_complaint_pictures_complaint', columns: ['complaint_id', 'uploaded_at'] },
            { name: 'ix_complaint_pictures_uploaded', columns: ['uploaded_at'] },
          ],
        },
      ),
      table('care_steps', [
        col.publicId('subject_id', { primary: true }),
        col.count('step_no', { primary: true }),
        col.code('act', 16),
        col.code('state', 16),
        col.code('actor_kind', 16),
        col.publicId('actor_id', { nullable: true }),
        col.publicId('owner_id', { nullable: true }),
        col.code('outcome', 16, { nullable: true }),
        col.code('told_by', 16, { nullable: true }),
        col.text('text', 1_000, { nullable: true }),
        col.instant('at'),
      ]),
    ]);
  }
}
