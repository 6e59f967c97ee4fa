import { createHash } from 'node:crypto';
import { type QueryRunner, TableIndex } from 'typeorm';
import { z } from 'zod';
import { col, table, TablesMigration } from '../platform/database/index.ts';

const FINISHED = 'path_completions';
const BY_PATH = 'ix_path_completions_path';
/** Behind every path that somebody will have put in order. */
const PLACE_UNSET = 9_999;

const Told = z.array(z.object({ pathCode: z.string(), pathTitle: z.string(), lessonId: z.string() }));

/** Paths become things of their own. Those that lessons speak of are published as they stand: members see no difference. */
export class Paths extends TablesMigration {
  constructor() {
    super(165, 'paths', [
      table(
        'paths',
        [
          col.publicId('path_id', { primary: true }),
          col.code('path_code', 32),
          col.count('place'),
          col.count('latest_version'),
          col.count('published_version', { nullable: true }),
          col.instant('published_at', { nullable: true }),
          col.text('withdrawal_reason', 200, { nullable: true }),
          col.memberNo('settled_through', { nullable: true }),
          col.instant('updated_at'),
        ],
        {
          unique: [{ name: 'uq_paths_code', columns: ['path_code'] }],
          indexes: [{ name: 'ix_paths_place', columns: ['place', 'path_code'] }],
        },
      ),
      table(
        'path_versions',
        [
          col.publicId('path_id', { primary: true }),
          col.count('version', { primary: true }),
          col.code('state', 16),
          col.text('title', 30),
          col.text('summary', 200),
          col.json('stages'),
          col.json('groups'),
          col.json('courses'),
          col.json('left_out'),
          col.code('content_sha256', 64),
          col.publicId('author_id'),
          col.json('editor_ids'),
          col.publicId('review_id', { nullable: true }),
          col.instant('published_at', { nullable: true }),
          col.instant('updated_at'),
        ],
        { indexes: [{ name: 'ix_path_versions_state', columns: ['state'] }] },
      ),
    ]);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    const kept = await runner.getTable(FINISHED);
    if (kept?.indices.some(({ name }) => name === BY_PATH) !== true)
      await runner.createIndex(FINISHED, new TableIndex({ name: BY_PATH, columnNames: ['path_code'] }));
    await this.tellPaths(runner);
  }

  /**
   * One path for each that published lessons name, titled as its first lesson says, without an order of its own: the
   * positions in the lessons, which reviewers have seen, go on to decide. The id comes of the first lesson and the code, so
   * that a migration which was killed finds again what it made.
   */
  private async tellPaths(runner: QueryRunner): Promise<void> {
    const found: unknown = await runner.query(
      `SELECT v.path_code AS pathCode, v.path_title AS pathTitle, v.lesson_id AS lessonId
         FROM lesson_versions v
        WHERE v.state = 'PUBLISHED' AND v.path_code <> ''
          AND NOT EXISTS (SELECT 1 FROM path_versions t JOIN paths p ON p.path_id = t.path_id WHERE p.path_code = v.path_code)
        ORDER BY v.path_code, v.position, v.lesson_id`,
    );
    const first = new Map<string, z.infer<typeof Told>[number]>();
    for (const told of Told.parse(found)) if (!first.has(told.pathCode)) first.set(told.pathCode, told);
    const groups = runner.dataSource.driver.escape('groups');
    for (const { pathCode, pathTitle, lessonId } of first.values()) {
      const pathId = `${lessonId.slice(0, 24)}${sha256(pathCode).slice(0, 12)}`;
      const when = `SELECT MAX(published_at) FROM lesson_versions WHERE state = 'PUBLISHED' AND path_code = ?`;
      // The version first: a migration that was killed between the two finds the path missing and goes on.
      await runner.query('DELETE FROM path_versions WHERE path_id = ?', [pathId]);
      await runner.query('DELETE FROM paths WHERE path_id = ?', [pathId]);
      await runner.query(
        `INSERT INTO paths (path_id, path_code, place, latest_version, published_version, published_at,
                            withdrawal_reason, settled_through, updated_at)
         SELECT ?, ?, ${PLACE_UNSET}, 1, 1, (${when}), NULL, NULL, (${when})`,
        [pathId, pathCode, pathCode, pathCode],
      );
      await runner.query(
        `INSERT INTO path_versions (path_id, version, state, title, summary, stages, ${groups}, courses, left_out,
                                    content_sha256, author_id, editor_ids, review_id, published_at, updated_at)
         SELECT ?, 1, 'PUBLISHED', ?, '', '[]', '[]', '[]', '[]', ?, v.author_id, v.editor_ids, v.review_id,
                (${when}), (${when})
           FROM lesson_versions v WHERE v.lesson_id = ? AND v.state = 'PUBLISHED'`,
        [pathId, pathTitle, hashOf(pathTitle), pathCode, pathCode, lessonId],
      );
    }
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** As the module hashes a version: JSON with sorted keys. */
function hashOf(title: string): string {
  const written = { courses: [], groups: [], leftOut: [], stages: [], summary: '', title };
  return sha256(JSON.stringify(written));
}
