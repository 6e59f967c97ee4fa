import { col, table, TablesMigration } from '../platform/database/index.ts';

const messages = () =>
  table(
    'archive_messages',
    [
      col.publicId('message_id', { primary: true }),
      col.count('seq'),
      col.code('msgid', 128),
      col.code('chat_key', 200),
      col.code('chat_id', 128, { nullable: true }),
      col.code('from_kind', 8),
      col.code('wecom_user_id', 64, { nullable: true }),
      col.code('contact_id', 128, { nullable: true }),
      col.instant('sent_at'),
      col.instant('heard_at'),
      col.code('kind', 32),
      col.publicId('key_id', { nullable: true }),
      col.longText('sealed_text', { nullable: true }),
      col.text('file_id', 1_024, { nullable: true }),
      col.code('file_md5', 32, { nullable: true }),
      col.count('file_bytes', { nullable: true }),
      col.code('recalled_msgid', 128, { nullable: true }),
    ],
    {
      unique: [
        { name: 'uq_archive_messages_seq', columns: ['seq'] },
        { name: 'uq_archive_messages_msgid', columns: ['msgid'] },
      ],
      indexes: [
        { name: 'ix_archive_messages_contact', columns: ['contact_id', 'sent_at', 'message_id'] },
        { name: 'ix_archive_messages_chat', columns: ['chat_key', 'sent_at', 'message_id'] },
        { name: 'ix_archive_messages_recalled', columns: ['recalled_msgid'] },
      ],
    },
  );

const findings = () =>
  table(
    'archive_findings',
    [
      col.publicId('finding_id', { primary: true }),
      col.publicId('message_id'),
      col.count('place_no'),
      col.code('wecom_user_id', 64),
      col.instant('sent_at'),
      col.code('level', 16),
      col.code('fault', 32),
      col.code('reason_code', 64),
      col.count('starts_at'),
      col.count('ends_at'),
      col.json('dictionary_versions'),
      col.code('state', 16),
      col.instant('handled_at', { nullable: true }),
      col.publicId('handler_id', { nullable: true }),
      col.text('note', 200, { nullable: true }),
    ],
    {
      unique: [{ name: 'uq_archive_findings_place', columns: ['message_id', 'place_no'] }],
      indexes: [
        { name: 'ix_archive_findings_state', columns: ['state', 'sent_at', 'finding_id'] },
        { name: 'ix_archive_findings_user', columns: ['wecom_user_id', 'state', 'sent_at'] },
      ],
    },
  );

/** The conversation archive: how far it is read, what was said, who agreed, who has a seat, what was found in it. */
export class Archive extends TablesMigration {
  constructor() {
    super(125, 'archive', [
      table('archive_cursors', [
        col.code('feed', 16, { primary: true }),
        col.count('last_seq'),
        col.instant('caught_up_at', { nullable: true }),
        col.instant('lost_from', { nullable: true }),
        col.instant('lost_to', { nullable: true }),
        col.count('refused_count'),
      ]),
      messages(),
      table(
        'archive_unread_records',
        [
          col.count('seq', { primary: true }),
          col.code('msgid', 128),
          col.code('why', 16),
          col.count('key_version'),
          col.longText('encrypted_key'),
          col.longText('encrypted_message'),
          col.instant('heard_at'),
        ],
        { indexes: [{ name: 'ix_archive_unread_why', columns: ['why', 'key_version', 'seq'] }] },
      ),
      table('archive_consents', [
        col.code('contact_id', 128, { primary: true }),
        col.code('with_id', 128, { primary: true }),
        col.instant('changed_at', { primary: true }),
        col.flag('is_agreed', { primary: true }),
        col.instant('heard_at'),
      ]),
      table('archive_seats', [col.code('wecom_user_id', 64, { primary: true }), col.instant('since')]),
      table(
        'archive_keys',
        [
          col.publicId('key_id', { primary: true }),
          col.code('owner_id', 128),
          col.text('sealed_key', 255, { nullable: true }),
          col.instant('made_at'),
        ],
        { indexes: [{ name: 'ix_archive_keys_owner', columns: ['owner_id'] }] },
      ),
      findings(),
    ]);
  }
}
