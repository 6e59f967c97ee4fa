import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PUSH_TOKEN = 'sbxpushtoken1';
const CORP_TOKEN = 'sbxcorptoken1';
const AES_KEY = 'siyusandboxsiyusandboxsiyusandboxsiyusandbo';

/** What the server needs to be called by the box and to ask its WeCom; all of it is public and opens nothing else. */
export const SANDBOX_KEYS = {
  WECHAT_PUSH_TOKEN: PUSH_TOKEN,
  WECHAT_PUSH_AES_KEY: AES_KEY,
  WECOM_CORP_ID: 'ww5a11db0c00000001',
  WECOM_CONTACT_SECRET: 'sbx-contact-secret-5a11db0c5a11db0c5a11db0c',
  WECOM_AGENT_ID: '1000002',
  WECOM_CALLBACK_TOKEN: CORP_TOKEN,
  WECOM_CALLBACK_AES_KEY: AES_KEY,
} as const;

/** Tells the box where its events go, as an operator does in the consoles of WeChat and WeCom. */
export async function registerCallbacks(home: string, sandboxUrl: string, appId: string): Promise<void> {
  const save = async (method: string, path: string, body: object): Promise<void> => {
    const answer = await fetch(sandboxUrl + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok || !text.includes('"isTaken":true'))
      console.error(`The box does not call ${path}: ${text}`);
  };
  await save('PUT', `/__control/accounts/${appId}/push/address`, {
    url: `${home}/v1/wechat/push`,
    token: PUSH_TOKEN,
    encodingAesKey: AES_KEY,
  });
  await save('POST', '/__control/wecom/callback-address', {
    url: `${home}/v1/wecom/callbacks`,
    token: CORP_TOKEN,
    encodingAesKey: AES_KEY,
  });
}

const ARCHIVE_VERSION = 1;
/** Seconds since then are the places of a box that begins anew: they only ever grow, and fit where places are kept. */
const COUNTED_FROM_S = 1_700_000_000;

/** What the server needs to read the conversation archive of the box; the key pair is made at the first start. */
export function archiveKeys(dataDir: string): Readonly<Record<string, string>> {
  const folder = join(dataDir, 'archive-keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${ARCHIVE_VERSION}.pem`);
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  return {
    WECOM_ARCHIVE_SECRET: 'sbx-archive-secret-5a11db0c5a11db0c5a11db0c',
    WECOM_ARCHIVE_KEYS_DIR: folder,
  };
}

/** Enters the public half at the box, as an administrator does in the console of WeCom. */
export async function enterArchiveKey(folder: string, sandboxUrl: string): Promise<void> {
  const pem = readFileSync(join(folder, `${ARCHIVE_VERSION}.pem`));
  const publicKey = createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'pem' });
  const firstSeq = Math.floor(Date.now() / 1_000) - COUNTED_FROM_S;
  const answer = await fetch(`${sandboxUrl}/__control/wecom/archive-key`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: ARCHIVE_VERSION, publicKey, firstSeq }),
  });
  if (!answer.ok) console.error(`The box takes no key for its archive: ${await answer.text()}`);
}
