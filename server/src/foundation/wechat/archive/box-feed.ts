import { createDecipheriv } from 'node:crypto';
import { z } from 'zod';
import type { PlatformClient } from '../client/platform-client.ts';
import type { TokenSource } from '../platform-tokens.ts';
import { ArchiveFeed, type SealedRecord } from './archive-feed.ts';

const PER_MINUTE = 600;
const KEY_BYTES = 32;
const Chatdata = z.object({
  chatdata: z.array(
    z.object({
      seq: z.int().min(1),
      msgid: z.string().min(1).max(128),
      publickey_ver: z.int(),
      encrypt_random_key: z.string(),
      encrypt_chat_msg: z.string(),
    }),
  ),
});

/** The archive of the box: the library's calls over HTTP, and AES-256-CBC in the place of its own cipher. */
export class BoxFeed extends ArchiveFeed {
  readonly isThere = true;

  constructor(
    private readonly client: PlatformClient,
    private readonly source: TokenSource,
  ) {
    super();
  }

  async pull(afterSeq: number, limit: number): Promise<readonly SealedRecord[]> {
    const { chatdata } = await this.client.call(
      this.source,
      {
        path: '/cgi-bin/msgaudit/sdk/chatdata',
        body: { seq: afterSeq, limit },
        perMinute: PER_MINUTE,
        isRepeatable: true,
      },
      Chatdata,
    );
    return chatdata.map((record) => ({
      seq: record.seq,
      msgid: record.msgid,
      keyVersion: record.publickey_ver,
      encryptedKey: record.encrypt_random_key,
      encryptedMessage: record.encrypt_chat_msg,
    }));
  }

  decrypt(randomKey: string, encryptedMessage: string): string {
    const key = Buffer.from(randomKey, 'base64');
    if (key.length !== KEY_BYTES) throw new RangeError('a random key of another length');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
    return decipher.update(encryptedMessage, 'base64', 'utf8') + decipher.final('utf8');
  }
}
