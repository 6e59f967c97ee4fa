import { createCipheriv, createHash, randomBytes } from 'node:crypto';

export interface Signer {
  readonly token: string;
  /** Absent: in the open. */
  readonly aesKey?: string;
  readonly receiver: string;
}
export interface SignedPush {
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
}

const sha1 = (parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

export function encrypt(aesKey: string, receiver: string, text: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const message = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const plain = Buffer.concat([randomBytes(16), length, message, Buffer.from(receiver)]);
  const pad = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])),
    cipher.final(),
  ]).toString('base64');
}

/** A call as a platform makes it. `seconds` is its clock; `nonce` its own unless given. */
export function signPush(
  { token, aesKey, receiver }: Signer,
  text: string,
  seconds: number,
  nonce = randomBytes(6).toString('hex'),
): SignedPush {
  const timestamp = String(seconds);
  const signature = sha1([token, timestamp, nonce]);
  if (aesKey === undefined) return { query: { signature, timestamp, nonce }, body: text };
  const encrypted = encrypt(aesKey, receiver, text);
  const query = {
    signature,
    timestamp,
    nonce,
    encrypt_type: 'aes',
    msg_signature: sha1([token, timestamp, nonce, encrypted]),
  };
  const isXml = text.startsWith('<');
  return {
    query,
    body: isXml
      ? `<xml><ToUserName><![CDATA[gh]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`
      : JSON.stringify({ ToUserName: 'gh', Encrypt: encrypted }),
  };
}
