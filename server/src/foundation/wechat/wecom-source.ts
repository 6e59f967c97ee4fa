import type { Config } from '../../platform/config/index.ts';
import { readAnswer } from './client/answer.ts';
import { askPlatform } from './client/ask-platform.ts';
import { WechatError } from './client/wechat-error.ts';
import type { PlatformClients } from './platform-clients.ts';
import type { TokenSource } from './platform-tokens.ts';
import { wecomAnswers } from './wecom-answers.ts';

const TOKEN = { platform: 'wecom', api: '/cgi-bin/gettoken' } as const;

/**
 * Each secret of WeCom has its own token and its own rights: customer contact, and the archive.
 * @throws {WechatError} when there is no such secret
 */
export function wecomSource(
  { wecom }: Config,
  clients: PlatformClients,
  of: 'contact' | 'archive',
  api: string,
): TokenSource {
  const secret = of === 'contact' ? wecom?.contactSecret : wecom?.archive?.secret;
  if (wecom === null || secret === undefined)
    throw new WechatError({ platform: 'wecom', api, kind: 'away', hint: 'WeCom is not configured' });
  return {
    platform: 'wecom',
    name: `wecom:${wecom.corpId}:${of}`,
    fetch: async () => {
      const query = { corpid: wecom.corpId, corpsecret: secret };
      const { bytes } = await askPlatform({ base: clients.wecomBase, path: TOKEN.api, query }, TOKEN);
      const answer = readAnswer(bytes.toString('utf8'), wecomAnswers.token, TOKEN);
      return { token: answer.access_token, expiresInS: answer.expires_in };
    },
  };
}
