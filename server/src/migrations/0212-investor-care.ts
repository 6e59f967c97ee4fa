import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Applications of professional investors with their evidence, and what protects members of a certain age. */
export class InvestorCare extends TablesMigration {
  constructor() {
    super(212, 'investor-care', [
      table(
        'professional_applications',
        [
          col.publicId('application_id', { primary: true }),
          col.memberNo('member_no'),
          col.code('open_key', 24, { nullable: true }),
          col.code('ground', 24),
          col.text('experience', 300),
          col.count('text_version'),
          col.code('text_sha256', 64),
          col.code('sha256', 64),
          col.code('state', 16),
          col.instant('applied_at'),
          col.publicId('checker_id', { nullable: true }),
          col.instant('checked_at', { nullable: true }),
          col.publicId('decider_id', { nullable: true }),
          col.instant('decided_at', { nullable: true }),
          col.text('refusal', 500, { nullable: true }),
          col.day('valid_until', { nullable: true }),
          col.instant('ended_at', { nullable: true }),
        ],
        {
          unique: [{ name: 'uq_professional_applications_open', columns: ['open_key'] }],
          indexes: [
            { name: 'ix_professional_applications_member', columns: ['member_no', 'applied_at'] },
            {
              name: 'ix_professional_applications_state',
              columns: ['state', 'applied_at', 'application_id'],
            },
          ],
        },
      ),
      table(
        'professional_pictures',
        [
          col.publicId('picture_id', { primary: true }),
          col.publicId('application_id', { nullable: true }),
          col.memberNo('member_no'),
          col.code('sha256', 64),
          col.instant('uploaded_at'),
        ],
        {
          indexes: [
            { name: 'ix_professional_pictures_application', columns: ['application_id', 'uploaded_at'] },
            { name: 'ix_professional_pictures_uploaded', columns: ['uploaded_at'] },
          ],
        },
      ),
      table('birth_year_statements', [
        col.memberNo('member_no', { primary: true }),
        col.count('statement_no', { primary: true }),
        col.count('birth_year'),
        col.instant('stated_at'),
      ]),
      table(
        'elder_call_backs',
        [
          col.publicId('call_back_id', { primary: true }),
          col.memberNo('member_no'),
          col.code('state', 16),
          col.instant('required_at'),
          col.instant('called_at', { nullable: true }),
          col.publicId('caller_id', { nullable: true }),
        ],
        {
          unique: [{ name: 'uq_elder_call_backs_member', columns: ['member_no'] }],
          indexes: [{ name: 'ix_elder_call_backs_state', columns: ['state', 'required_at', 'call_back_id'] }],
        },
      ),
      table('trusted_contacts', [
        col.memberNo('member_no', { primary: true }),
        col.code('relation', 16),
        col.text('sealed', 600),
        col.instant('named_at'),
      ]),
      table(
        'safety_notices',
        [
          col.publicId('notice_id', { primary: true }),
          col.memberNo('member_no'),
          col.code('reason', 24),
          col.text('text', 300),
          col.publicId('staff_id'),
          col.instant('raised_at'),
        ],
        { indexes: [{ name: 'ix_safety_notices_member', columns: ['member_no', 'raised_at'] }] },
      ),
    ]);
  }
}
