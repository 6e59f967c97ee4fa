import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What the clients of WeChat and WeCom remember: tokens, session keys, and the messages that go out. */
export class PlatformClientTables extends TablesMigration {
  constructor() {
    super(100, 'platform-clients', [
      table('platform_tokens', [
        col.code('name', 64, { primary: true }),
        col.code('sealed', 2_048),
        col.instant('used_until'),
        col.code('fetcher', 64, { nullable: true }),
        col.instant('fetcher_until'),
      ]),
      table(
        'wechat_session_keys',
        [
          col.code('openid', 128, { primary: true }),
          col.memberNo('member_no'),
          col.code('sealed', 255),
          col.instant('kept_at'),
        ],
        { indexes: [{ name: 'ix_wechat_session_keys_member', columns: ['member_no'] }] },
      ),
      table(
        'platform_sends',
        [
          col.publicId('send_id', { primary: true }),
          col.code('channel', 32),
          col.code('business_key', 128),
          col.memberNo('member_no', { nullable: true }),
          col.code('state', 16),
          col.longText('message', { nullable: true }),
          col.code('match_key', 64, { nullable: true }),
          col.instant('planned_at'),
          col.instant('next_at'),
          col.instant('not_after', { nullable: true }),
          col.count('attempts'),
          col.count('fence', { nullable: true }),
          col.instant('sending_at', { nullable: true }),
          col.instant('settled_at', { nullable: true }),
          col.code('settled_by', 16, { nullable: true }),
          col.code('platform_id', 128, { nullable: true }),
          col.code('error_code', 64, { nullable: true }),
          col.code('rid', 64, { nullable: true }),
          col.publicId('resolver_id', { nullable: true }),
          col.text('reason', 200, { nullable: true }),
        ],
        {
          unique: [{ name: 'uq_platform_sends_business_key', columns: ['business_key'] }],
          indexes: [
            { name: 'ix_platform_sends_due', columns: ['state', 'next_at'] },
            { name: 'ix_platform_sends_planned', columns: ['planned_at', 'send_id'] },
            { name: 'ix_platform_sends_match', columns: ['match_key', 'state'] },
            { name: 'ix_platform_sends_member', columns: ['member_no', 'planned_at'] },
          ],
        },
      ),
    ]);
  }
}
