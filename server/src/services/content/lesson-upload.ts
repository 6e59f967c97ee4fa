import { Injectable } from '@nestjs/common';
import { LessonDraft } from '@siyu/shared/contracts/content';
import { LESSON_FILE_BYTES_MAX } from '@siyu/shared/contracts/content.limits';
import { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import { type Principal, ValidationFailed } from '../../platform/http/index.ts';
import { Files } from '../../platform/files/index.ts';
import { fileUnreadable } from './content.errors.ts';
import { LessonEditing } from './lesson-editing.ts';

const ISSUES_MAX = 20;
const { localeError } = z.locales.zhCN();

/** Turns an uploaded file into a draft; the file itself is kept as its source. */
@Injectable()
export class LessonUpload {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly editing: LessonEditing,
  ) {}

  /**
   * @returns the id of the new lesson.
   * @throws {ValidationFailed} naming the place and the reason of each fault; nothing of the lesson is written then.
   */
  async upload(stream: AsyncIterable<Uint8Array>, author: Principal): Promise<string> {
    const source = await this.files.store(null, stream, {
      purpose: 'LESSON_SOURCE',
      grade: 'L1',
      maxBytes: LESSON_FILE_BYTES_MAX,
      types: ['application/json'],
    });
    const draft = parseLessonFile(await this.#textOf(source.fileId));
    const { fileId, sha256: fileSha256 } = source;
    return this.database.runInTransaction((tx) =>
      this.editing.createDraft(tx, draft, author, { fileId, fileSha256 }),
    );
  }

  async #textOf(fileId: string): Promise<string> {
    const { stream } = await this.files.open(fileId);
    return Buffer.concat(await stream.toArray()).toString('utf8');
  }
}

/** A lesson file as its author wrote it. */
export function parseLessonFile(text: string): LessonDraft {
  const parsed = LessonDraft.safeParse(parseJson(text.replace(/^\uFEFF/, '')), { error: localeError });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, ISSUES_MAX);
  throw new ValidationFailed(issues.map(({ path, message }) => ({ path: path.join('.'), message })));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw fileUnreadable();
  }
}
