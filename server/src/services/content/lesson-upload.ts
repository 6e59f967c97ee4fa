import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type ContentDraft, LessonDraft } from '@siyu/shared/contracts/content';
import { LESSON_FILE_BYTES_MAX } from '@siyu/shared/contracts/content.limits';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { type Principal, ValidationFailed } from '../../platform/http/index.ts';
import { Files } from '../../platform/files/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import { fileUnreadable } from './content.errors.ts';
import { hashOfDraft } from './lesson-draft.ts';
import { LessonEditing } from './lesson-editing.ts';

const ISSUES_MAX = 20;
const { localeError } = z.locales.zhCN();

/** What a repeated upload is answered with. */
const Uploaded = z.object({ lessonId: z.string() });

/** Makes drafts: of an uploaded file, which is kept as their source, or of what was written in the console. */
@Injectable()
export class LessonUpload {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly editing: LessonEditing,
  ) {}

  /**
   * @param key of a sender who may have to ask again; null: each upload makes a draft
   * @returns the id of the new lesson, or of the one that the same upload made before.
   * @throws {ValidationFailed} naming the place and the reason of each fault; nothing is written then.
   * @throws {AppError} `http.idempotency_key_reused` when the key came before with another file.
   */
  async upload(stream: AsyncIterable<Uint8Array>, author: Principal, key: string | null): Promise<string> {
    const bytes = await collect(stream);
    const requestSha256 = createHash('sha256').update(bytes).digest('hex');
    return this.#once(author, key, requestSha256, (tx) => this.#keep(tx, bytes, author));
  }

  /** Makes a draft of any kind without a file; key and repeats as of an upload. @returns its id */
  async begin(draft: ContentDraft, author: Principal, key: string | null): Promise<string> {
    return this.#once(author, key, hashOfDraft(draft), (tx) => this.editing.createDraft(tx, draft, author));
  }

  async #once(
    author: Principal,
    key: string | null,
    requestSha256: string,
    make: (tx: Transaction) => Promise<string>,
  ): Promise<string> {
    const { lessonId } = await this.database.runInTransaction((tx) => {
      const work = async () => ({ lessonId: await make(tx) });
      if (key === null) return work();
      return once(tx, { principalId: author.id, key, requestSha256, now: this.clock.now() }, Uploaded, work);
    });
    return lessonId;
  }

  async #keep(tx: Transaction, bytes: Buffer, author: Principal): Promise<string> {
    const { fileId, sha256: fileSha256 } = await this.files.store(tx, Readable.from([bytes]), {
      purpose: 'LESSON_SOURCE',
      grade: 'L1',
      maxBytes: LESSON_FILE_BYTES_MAX,
      types: ['application/json'],
    });
    const draft = parseLessonFile(bytes.toString('utf8'));
    return this.editing.createDraft(tx, draft, author, { fileId, fileSha256 });
  }
}

/** All bytes of a small file, before a transaction begins; of a large one so many that it is seen to be too large. */
async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(part);
    size += part.length;
    if (size > LESSON_FILE_BYTES_MAX) break;
  }
  return Buffer.concat(parts);
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
