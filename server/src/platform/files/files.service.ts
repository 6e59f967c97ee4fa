import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock, Randomness } from '../clock/index.ts';
import { Config } from '../config/index.ts';
import { Database, type Grade, type Transaction } from '../database/index.ts';
import { AppError } from '../http/index.ts';
import { Keys } from '../keys/index.ts';
import { placeOf, receiveFile, type ReceivedFile } from './receive-file.ts';
import { isLinkValid, type Link, LINK_MS, signLink } from './signed-link.ts';
import { type FilePurpose, StoredFile } from './stored-file.entity.ts';
import { filesFolder } from './stored-file-path.ts';

export interface StoreOptions {
  readonly purpose: FilePurpose;
  readonly grade: Grade;
  readonly maxBytes: number;
  /** Media types that are taken, as sniffed from the bytes. */
  readonly types: readonly string[];
}

export interface FileSummary {
  readonly fileId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly type: string;
}

export interface OpenedFile extends FileSummary {
  readonly stream: Readable;
}

const LINK_KEY = 'file-links';

/** Files by id: bytes in the data folder, what they are in the database. */
@Injectable()
export class Files {
  readonly #folder: string;

  constructor(
    config: Config,
    private readonly database: Database,
    private readonly keys: Keys,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {
    this.#folder = filesFolder(config.dataDir);
  }

  /**
   * Streams a file in. The bytes are on disk before the row commits; without `tx` the row gets a transaction of
   * its own. Receive before you begin a transaction: a slow sender must not hold one open.
   * @throws {AppError} `files.too_large`, `files.empty` or `files.type_refused`.
   */
  async store(
    tx: Transaction | null,
    stream: AsyncIterable<Uint8Array>,
    options: StoreOptions,
  ): Promise<FileSummary> {
    const received = await this.receive(stream, options);
    const keep = (own: Transaction) => this.keep(own, received, options);
    return tx === null ? this.database.runInTransaction(keep) : keep(tx);
  }

  /** The first half of `store`: the bytes are on disk, and nobody knows of them until they are kept. */
  receive(stream: AsyncIterable<Uint8Array>, options: StoreOptions): Promise<ReceivedFile> {
    const place = { folder: this.#folder, temporaryName: this.randomness.uuid() };
    return receiveFile(stream, options, place);
  }

  /** The second half: the file has an id. */
  async keep(
    { manager }: Transaction,
    received: ReceivedFile,
    { purpose, grade }: Pick<StoreOptions, 'purpose' | 'grade'>,
  ): Promise<FileSummary> {
    const fileId = this.randomness.uuid();
    await manager
      .createQueryBuilder()
      .insert()
      .into(StoredFile)
      .values({ id: fileId, ...received, purpose, grade, storedAt: this.clock.now() })
      .updateEntity(false)
      .execute();
    return { fileId, ...received };
  }

  /**
   * Deletes a file, and its bytes once that has committed. Only for content that says of itself which file it is,
   * such as a marked export: the same bytes may not be on their way in under another id meanwhile.
   */
  async remove(tx: Transaction, fileId: string): Promise<void> {
    const file = await tx.manager.findOneBy(StoredFile, { id: fileId });
    if (file === null) return;
    await tx.manager.delete(StoredFile, { id: fileId });
    if (await tx.manager.existsBy(StoredFile, { sha256: file.sha256 })) return;
    tx.afterCommit(() => void rm(placeOf(this.#folder, file.sha256), { force: true }).catch(() => undefined));
  }

  /** Whether a file is kept for this purpose. */
  isKept(fileId: string, purpose: FilePurpose): Promise<boolean> {
    return this.database.read.existsBy(StoredFile, { id: fileId, purpose });
  }

  /**
   * @param fromByte where the stream begins
   * @throws {AppError} `files.not_found`.
   */
  async open(fileId: string, fromByte = 0): Promise<OpenedFile> {
    const file = await this.database.read.findOneBy(StoredFile, { id: fileId });
    if (file === null) throw new AppError('files.not_found', 404);
    const { sha256, bytes, type } = file;
    return {
      fileId,
      sha256,
      bytes,
      type,
      stream: createReadStream(placeOf(this.#folder, sha256), { start: fromByte }),
    };
  }

  /**
   * Path and query of a link that works for five minutes without signing in.
   * @param name under which a browser keeps the file: ASCII letters, digits, dots and dashes
   */
  async link(fileId: string, name?: string): Promise<string> {
    const expiresAt = this.clock.now() + LINK_MS;
    const signature = signLink(await this.keys.key(LINK_KEY), { fileId, expiresAt, name });
    const link = `/v1/files/${fileId}?expiresAt=${expiresAt}&signature=${signature}`;
    return name === undefined ? link : `${link}&name=${name}`;
  }

  /** @throws {AppError} `files.link_invalid` for a link that has run out or is not ours. */
  async openLink(link: Link & { readonly signature: string }): Promise<OpenedFile> {
    if (!isLinkValid(await this.keys.key(LINK_KEY), link, this.clock.now())) {
      throw new AppError('files.link_invalid', 403);
    }
    return this.open(link.fileId);
  }
}
