import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Subscribe messages: what members allow and asked for, what was sent; and the contact budget of marketing. */
export class Notifications extends TablesMigration {
  constructor() {
    super(116, 'notifications', [
      table('subscribe_balances', [
        col.memberNo('member_no', { primary: true }),
        col.code('template_id', 64, { primary: true }),
        col.count('messages_left'),
        col.instant('emptied_at', { nullable: true }),
      ]),
      table(
        'subscribe_entries',
        [
          col.publicId('entry_id', { primary: true }),
          col.memberNo('member_no'),
          col.code('template_id', 64),
          col.code('kind', 16),
          col.count('delta'),
          col.code('source_key', 96),
          col.instant('at'),
        ],
        {
          unique: [{ name: 'uq_subscribe_entries_source', columns: ['source_key'] }],
          indexes: [{ name: 'ix_subscribe_entries_balance', columns: ['member_no', 'template_id', 'at'] }],
        },
      ),
      table(
        'subscribe_accepts',
        [
          col.publicId('accept_id', { primary: true }),
          col.memberNo('member_no'),
          col.code('template_id', 64),
          col.instant('accepted_at'),
          col.code('phone_key', 96, { nullable: true }),
          col.code('event_key', 96, { nullable: true }),
        ],
        {
          unique: [
            { name: 'uq_subscribe_accepts_phone', columns: ['phone_key'] },
            { name: 'uq_subscribe_accepts_event', columns: ['event_key'] },
          ],
          indexes: [
            { name: 'ix_subscribe_accepts_member', columns: ['member_no', 'template_id', 'accepted_at'] },
          ],
        },
      ),
      table('contact_turns', [col.memberNo('member_no', { primary: true }), col.count('turns')]),
      table(
        'marketing_contacts',
        [
          col.publicId('contact_id', { primary: true }),
          col.memberNo('member_no'),
          col.code('channel', 32),
          col.code('business_key', 128),
          col.flag('is_admitted'),
          col.code('reason', 16, { nullable: true }),
          col.day('on_day'),
          col.instant('at'),
          col.count('rule_version'),
        ],
        {
          indexes: [
            { name: 'ix_marketing_contacts_member', columns: ['member_no', 'on_day'] },
            { name: 'ix_marketing_contacts_key', columns: ['business_key', 'is_admitted'] },
          ],
        },
      ),
      table(
        'notice_wishes',
        [
          col.memberNo('member_no', { primary: true }),
          col.code('kind', 32, { primary: true }),
          col.code('subject', 64, { primary: true }),
          col.text('title', 60),
          col.instant('wished_at'),
        ],
        { indexes: [{ name: 'ix_notice_wishes_subject', columns: ['kind', 'subject', 'member_no'] }] },
      ),
      table(
        'notice_rounds',
        [
          col.publicId('round_id', { primary: true }),
          col.code('kind', 32),
          col.code('subject', 64),
          col.code('item_id', 64),
          col.json('facts'),
          col.instant('started_at'),
          col.memberNo('after_no'),
          col.flag('is_done'),
        ],
        {
          unique: [{ name: 'uq_notice_rounds_item', columns: ['kind', 'item_id'] }],
          indexes: [{ name: 'ix_notice_rounds_open', columns: ['is_done', 'round_id'] }],
        },
      ),
      table(
        'notices',
        [
          col.publicId('notice_id', { primary: true }),
          col.memberNo('member_no'),
          col.code('kind', 32),
          col.code('message_class', 16),
          col.code('subject', 64),
          col.code('item_id', 64),
          col.code('template_id', 64),
          col.text('title', 60),
          col.json('said'),
          col.code('state', 16),
          col.code('reason', 64, { nullable: true }),
          col.instant('planned_at'),
          col.instant('settled_at', { nullable: true }),
          col.publicId('send_id', { nullable: true }),
        ],
        {
          unique: [{ name: 'uq_notices_item', columns: ['member_no', 'kind', 'item_id'] }],
          indexes: [
            { name: 'ix_notices_planned', columns: ['planned_at', 'notice_id'] },
            { name: 'ix_notices_state', columns: ['state', 'planned_at'] },
          ],
        },
      ),
    ]);
  }
}
