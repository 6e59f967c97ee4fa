import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What advisers send to the members of their books, whom they saw beforehand, and what became of it. */
export class Campaigns extends TablesMigration {
  constructor() {
    super(214, 'campaigns', [
      table(
        'campaigns',
        [
          col.publicId('campaign_id', { primary: true }),
          col.text('name', 30),
          col.code('state', 16),
          col.code('channel', 24),
          col.publicId('content_id'),
          col.count('content_version'),
          col.code('content_sha256', 64),
          col.text('content_title', 60),
          col.code('content_label', 16),
          col.json('product_ids'),
          col.json('named_product_ids'),
          col.json('segment_keys'),
          col.json('excluded_segment_keys'),
          col.instant('scheduled_for', { nullable: true }),
          col.publicId('writer_id'),
          col.publicId('sender_id', { nullable: true }),
          col.publicId('preview_id', { nullable: true }),
          col.count('included', { nullable: true }),
          col.publicId('review_id', { nullable: true }),
          col.instant('due_at', { nullable: true }),
          col.count('sent_through'),
          col.code('stopped_for', 24, { nullable: true }),
          col.text('cancel_reason', 200, { nullable: true }),
          col.count('revision'),
          col.instant('changed_at'),
        ],
        {
          indexes: [
            { name: 'ix_campaigns_changed', columns: ['changed_at', 'campaign_id'] },
            { name: 'ix_campaigns_due', columns: ['state', 'due_at'] },
            { name: 'ix_campaigns_sender', columns: ['sender_id', 'changed_at'] },
            { name: 'ix_campaigns_writer', columns: ['writer_id', 'changed_at'] },
          ],
        },
      ),
      table(
        'audience_previews',
        [
          col.publicId('preview_id', { primary: true }),
          col.publicId('campaign_id'),
          col.count('revision'),
          col.instant('taken_at'),
          col.instant('planned_for'),
          col.count('included'),
          col.count('excluded'),
          col.code('sha256', 64),
        ],
        { indexes: [{ name: 'ix_audience_previews_campaign', columns: ['campaign_id', 'taken_at'] }] },
      ),
      table(
        'previewed_members',
        [
          col.publicId('preview_id', { primary: true }),
          col.memberNo('member_no', { primary: true }),
          col.flag('is_included'),
          col.code('reason', 24, { nullable: true }),
          col.json('details'),
        ],
        {
          indexes: [
            {
              name: 'ix_previewed_members_reason',
              columns: ['preview_id', 'is_included', 'reason', 'member_no'],
            },
            { name: 'ix_previewed_members_member', columns: ['member_no'] },
          ],
        },
      ),
      table(
        'campaign_deliveries',
        [
          col.publicId('campaign_id', { primary: true }),
          col.memberNo('member_no', { primary: true }),
          col.code('state', 16),
          col.code('reason', 24, { nullable: true }),
          col.json('details'),
          col.code('batch_key', 128, { nullable: true }),
          col.instant('decided_at'),
          col.instant('settled_at', { nullable: true }),
        ],
        {
          indexes: [
            { name: 'ix_campaign_deliveries_member', columns: ['member_no', 'decided_at'] },
            { name: 'ix_campaign_deliveries_state', columns: ['campaign_id', 'state', 'member_no'] },
            { name: 'ix_campaign_deliveries_batch', columns: ['batch_key'] },
          ],
        },
      ),
    ]);
  }
}
