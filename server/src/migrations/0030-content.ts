import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Lessons with their versions, and what members did with them. */
export class Content extends TablesMigration {
  constructor() {
    super(30, 'content', [
      table('lessons', [
        col.publicId('lesson_id', { primary: true }),
        col.count('latest_version'),
        col.count('published_version', { nullable: true }),
        col.instant('published_at', { nullable: true }),
        col.instant('updated_at'),
      ]),
      table(
        'lesson_versions',
        [
          col.publicId('lesson_id', { primary: true }),
          col.count('version', { primary: true }),
          col.code('state', 16),
          col.code('path_code', 32),
          col.text('path_title', 30),
          col.count('position'),
          col.text('title', 60),
          col.text('summary', 200),
          col.count('minutes'),
          col.longText('body'),
          col.text('source', 200),
          col.text('risk_note', 300),
          col.json('stages'),
          col.json('groups'),
          col.json('quiz'),
          col.code('content_sha256', 64),
          col.publicId('author_id'),
          col.json('editor_ids'),
          col.publicId('review_id', { nullable: true }),
          col.instant('reviewed_at', { nullable: true }),
          col.instant('published_at', { nullable: true }),
          col.instant('updated_at'),
        ],
        {
          indexes: [
            { name: 'ix_lesson_versions_state', columns: ['state'] },
            { name: 'ix_lesson_versions_updated', columns: ['updated_at', 'lesson_id'] },
          ],
        },
      ),
      table('content_counters', [col.code('name', 32, { primary: true }), col.count('value')]),
      table(
        'lesson_progress',
        [
          col.memberNo('member_no', { primary: true }),
          col.publicId('lesson_id', { primary: true }),
          col.count('read_percent'),
          col.instant('updated_at'),
        ],
        { indexes: [{ name: 'ix_lesson_progress_recent', columns: ['member_no', 'updated_at'] }] },
      ),
      table('lesson_completions', [
        col.memberNo('member_no', { primary: true }),
        col.publicId('lesson_id', { primary: true }),
        col.count('version'),
        col.publicId('event_id'),
        col.instant('reported_at'),
        col.instant('completed_at'),
      ]),
      table(
        'quiz_submissions',
        [
          col.memberNo('member_no', { primary: true }),
          col.publicId('submission_id', { primary: true }),
          col.publicId('lesson_id'),
          col.count('version'),
          col.code('body_sha256', 64),
          col.json('result'),
          col.instant('submitted_at'),
        ],
        { indexes: [{ name: 'ix_quiz_submissions_lesson', columns: ['member_no', 'lesson_id'] }] },
      ),
    ]);
  }
}
