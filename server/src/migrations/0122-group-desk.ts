import { type QueryRunner, TableIndex } from 'typeorm';
import { col, table, TablesMigration } from '../platform/database/index.ts';

const QUESTIONS = 'group_questions';
const BY_STATE = 'ix_group_questions_state';

/** Notices of groups on their way to members, and the questions of a whole firm by how long they have waited. */
export class GroupDesk extends TablesMigration {
  constructor() {
    super(122, 'group-desk', [
      table(
        'group_notice_drafts',
        [
          col.publicId('notice_id', { primary: true }),
          col.publicId('group_id'),
          col.text('text', 300),
          col.count('version'),
          col.code('content_sha256', 64),
          col.code('state', 16),
          col.publicId('author_id'),
          col.json('editor_ids'),
          col.instant('created_at'),
          col.instant('updated_at'),
        ],
        { indexes: [{ name: 'ix_group_notice_drafts_group', columns: ['group_id', 'created_at'] }] },
      ),
    ]);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    const kept = await runner.getTable(QUESTIONS);
    if (kept?.indices.some(({ name }) => name === BY_STATE) === true) return;
    const columnNames = ['state', 'asked_at', 'question_id'];
    await runner.createIndex(QUESTIONS, new TableIndex({ name: BY_STATE, columnNames }));
  }
}
