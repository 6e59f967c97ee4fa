import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What the platforms tell us, and the signatures they told it with. */
export class PlatformEventTables extends TablesMigration {
  constructor() {
    super(101, 'platform-events', [
      table(
        'platform_events',
        [
          col.publicId('event_id', { primary: true }),
          col.code('platform', 16),
          col.code('event_key', 64),
          col.code('type', 64),
          col.instant('happened_at'),
          col.instant('received_at'),
          col.longText('facts'),
        ],
        {
          unique: [{ name: 'uq_platform_events_key', columns: ['event_key'] }],
          indexes: [{ name: 'ix_platform_events_received', columns: ['received_at'] }],
        },
      ),
      table(
        'platform_nonces',
        [col.code('nonce_key', 64, { primary: true }), col.code('body_sha256', 64), col.instant('seen_at')],
        { indexes: [{ name: 'ix_platform_nonces_seen', columns: ['seen_at'] }] },
      ),
    ]);
  }
}
