import type { QueryRunner } from 'typeorm';
import { col, table, TablesMigration } from '../platform/database/index.ts';

const COLUMNS =
  'member_no, seq, event_id, type, occurred_at, recorded_at, content_id, value, is_clock_suspect';
const EARNING = "('lesson_completed', 'quiz_submitted', 'live_attended', 'checked_in', 'consultation_rated')";

/** What could earn, and what was given for it. */
export class Awards extends TablesMigration {
  constructor() {
    super(187, 'awards', [
      table('earning_facts', [
        col.memberNo('member_no', { primary: true }),
        col.count('seq', { primary: true }),
        col.publicId('event_id', { primary: true }),
        col.code('type', 32),
        col.instant('occurred_at'),
        col.instant('recorded_at'),
        col.publicId('content_id', { nullable: true }),
        col.count('value', { nullable: true }),
        col.flag('is_clock_suspect'),
        col.instant('withdrawn_at', { nullable: true }),
      ]),
      table('award_counters', [col.code('name', 16, { primary: true }), col.count('last_no')]),
      table(
        'awards',
        [
          col.memberNo('member_no', { primary: true }),
          col.count('award_no', { primary: true }),
          col.publicId('award_id'),
          col.publicId('rule_id'),
          col.count('rule_no'),
          col.count('rule_version'),
          col.text('rule_name', 30),
          col.text('title', 16),
          col.text('reason', 40),
          col.publicId('event_id'),
          col.code('event', 32),
          col.publicId('content_id', { nullable: true }),
          col.count('seq'),
          col.instant('occurred_at'),
          col.day('occurred_on'),
          col.json('reward'),
          col.count('points'),
          col.fen('value_fen'),
          col.instant('pending_until', { nullable: true }),
          col.day('expires_on', { nullable: true }),
          col.code('state', 16),
          col.code('hold', 24, { nullable: true }),
          col.code('refusal', 16, { nullable: true }),
          col.json('explanation'),
          col.instant('given_at'),
          col.publicId('decider_id', { nullable: true }),
          col.instant('decided_at', { nullable: true }),
          col.text('decision_reason', 200, { nullable: true }),
        ],
        {
          unique: [
            { name: 'uq_awards_id', columns: ['award_id'] },
            { name: 'uq_awards_no', columns: ['award_no'] },
            { name: 'uq_awards_event', columns: ['rule_no', 'member_no', 'event_id'] },
          ],
          indexes: [{ name: 'ix_awards_state', columns: ['state', 'award_no'] }],
        },
      ),
    ]);
  }

  /** History begins with what the log still holds: nothing of it is awarded, since no rule was live then. */
  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await runner.query(
      `INSERT INTO earning_facts (${COLUMNS}) SELECT ${COLUMNS} FROM engagement_events e
       WHERE e.type IN ${EARNING} AND NOT EXISTS (SELECT 1 FROM earning_facts f
         WHERE f.member_no = e.member_no AND f.seq = e.seq AND f.event_id = e.event_id)`,
    );
  }
}
