const PUSH_TOKEN = 'sbxpushtoken1';
const CORP_TOKEN = 'sbxcorptoken1';
const AES_KEY = 'siyusandboxsiyusandboxsiyusandboxsiyusandbo';

/** What the server needs to be called by the box and to ask its WeCom; all of it is public and opens nothing else. */
export const SANDBOX_KEYS = {
  WECHAT_PUSH_TOKEN: PUSH_TOKEN,
  WECHAT_PUSH_AES_KEY: AES_KEY,
  WECOM_CORP_ID: 'ww5a11db0c00000001',
  WECOM_CONTACT_SECRET: 'sbx-contact-secret-5a11db0c5a11db0c5a11db0c',
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
