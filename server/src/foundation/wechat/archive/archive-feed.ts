/** A record as the archive hands it over: sealed for the firm's private key. */
export interface SealedRecord {
  readonly seq: number;
  readonly msgid: string;
  /** Which of the firm's public keys the random key is sealed for. */
  readonly keyVersion: number;
  readonly encryptedKey: string;
  readonly encryptedMessage: string;
}

/**
 * The two calls of the archive's native library: what whoever runs it beside the server has to provide. All else about
 * the archive is asked over HTTP.
 */
export abstract class ArchiveFeed {
  /** Whether there is one: without it conversations are shown as not kept. */
  abstract readonly isThere: boolean;
  /**
   * Records after a place, in order; the archive goes back five days.
   * @throws {WechatError}
   */
  abstract pull(afterSeq: number, limit: number): Promise<readonly SealedRecord[]>;
  /**
   * The library's own cipher (`DecryptData`).
   * @param randomKey as the private key gave it, a text
   * @throws {Error} when it does not open
   */
  abstract decrypt(randomKey: string, encryptedMessage: string): string;
}

/** A firm without an archive, or without anything that runs its library. */
export class NoFeed extends ArchiveFeed {
  readonly isThere = false;

  async pull(): Promise<readonly SealedRecord[]> {
    return [];
  }

  decrypt(): string {
    throw new Error('there is no archive');
  }
}
