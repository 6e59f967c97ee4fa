import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What members say and ask under lessons. */
export class Discussion extends TablesMigration {
  constructor() {
    super(142, 'discussion', [
      table(
        'lesson_comments',
        [
          col.publicId('comment_id', { primary: true }),
          col.publicId('lesson_id'),
          col.memberNo('member_no'),
          col.code('kind', 16),
          col.text('text', 300),
          col.code('state', 16),
          col.json('doubts'),
          col.instant('written_at'),
          col.instant('deleted_at', { nullable: true }),
          col.publicId('decider_id', { nullable: true }),
          col.instant('decided_at', { nullable: true }),
          col.text('refused_reason', 200, { nullable: true }),
          col.text('answer', 500, { nullable: true }),
          col.publicId('answerer_id', { nullable: true }),
          col.instant('answered_at', { nullable: true }),
        ],
        {
          indexes: [
            { name: 'ix_lesson_comments_lesson', columns: ['lesson_id', 'written_at', 'comment_id'] },
            { name: 'ix_lesson_comments_state', columns: ['state', 'written_at', 'comment_id'] },
            {
              name: 'ix_lesson_comments_answer',
              columns: ['kind', 'state', 'answered_at', 'written_at', 'comment_id'],
            },
            { name: 'ix_lesson_comments_member', columns: ['member_no', 'written_at'] },
          ],
        },
      ),
    ]);
  }
}
