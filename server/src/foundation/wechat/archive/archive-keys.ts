import { constants, createPrivateKey, type KeyObject, privateDecrypt } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripPadding } from './strip-padding.ts';

const FILE = /^(\d{1,9})\.pem$/;

/** Private keys of the archive: `3.pem` is the one whose public half the administrator entered as version 3. */
export class ArchiveKeys {
  #keys: ReadonlyMap<number, KeyObject> = new Map();

  constructor(private readonly folder: string) {}

  /**
   * Reads the folder, again whenever a version is met that is not known: a new key needs no new start.
   * @throws {Error} naming the file that holds no RSA private key
   */
  async load(): Promise<void> {
    const versions = (await readdir(this.folder)).flatMap((name) => {
      const version = FILE.exec(name)?.[1];
      return version === undefined ? [] : [{ name, version: Number(version) }];
    });
    this.#keys = new Map(
      await Promise.all(
        versions.map(async ({ name, version }) => {
          const key = keyOf(await readFile(join(this.folder, name)));
          if (key?.asymmetricKeyType !== 'rsa') throw new Error(`${name} holds no RSA private key`);
          return [version, key] as const;
        }),
      ),
    );
  }

  has(version: number): boolean {
    return this.#keys.has(version);
  }

  /**
   * The random key of a record, a text in base64.
   * @throws {Error} when the version is not known, or the key is not sealed for it
   */
  unseal(version: number, encryptedKey: string): string {
    const key = this.#keys.get(version);
    if (key === undefined) throw new RangeError(`there is no key of version ${version}`);
    const block = privateDecrypt(
      { key, padding: constants.RSA_NO_PADDING },
      Buffer.from(encryptedKey, 'base64'),
    );
    return Buffer.from(stripPadding(block)).toString('latin1');
  }
}

function keyOf(pem: Buffer): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
