import type { Config } from './load-config.ts';
import { settings } from './settings.ts';

/** Secrets and names that stand in this repository: everybody knows them. */
const PUBLIC_VALUES = {
  appIds: [settings.wechatAppId.fallback, 'wx5a11db0c00000001', 'wxe2e0000000000001'],
  appSecrets: ['5a11db0c5a11db0c5a11db0c5a11db0c', '0c5a11db0c5a11db0c5a11db0c5a11db', 'e2e-app-secret-0001'],
  callbackTokens: ['sbxpushtoken1', 'sbxcorptoken1'],
  coreTokens: ['core-system-token-of-the-specs', 'e2e-core-system-token-of-thirty-two-characters'],
} as const;

const isOneOf = (values: readonly string[], value: string | null): boolean =>
  value !== null && values.includes(value);

/** What must not be where real members are; one sentence each. */
export function productionFaults(config: Config): readonly string[] {
  const faults: readonly (readonly [boolean, string])[] = [
    [config.demo !== null, 'SIYU_DEMO loads a firm whose logins everybody knows: leave it out.'],
    [!config.isSecondFactorRequired, 'STAFF_TOTP lets staff in by a password alone: leave it out.'],
    [config.sandboxUrl !== null, 'SANDBOX_URL lets anybody sign in as anybody: leave it out.'],
    [
      isOneOf(PUBLIC_VALUES.appIds, config.wechat.appId),
      'WECHAT_APP_ID is a placeholder: set that of your mini-program.',
    ],
    [
      isOneOf(PUBLIC_VALUES.appSecrets, config.wechat.appSecret),
      'WECHAT_APP_SECRET is one that stands in the source: set that of your mini-program.',
    ],
    [
      isOneOf(PUBLIC_VALUES.coreTokens, config.coreSystemToken),
      'CORE_SYSTEM_TOKEN is one that stands in the source: make one of your own.',
    ],
    [
      [config.wechat.push, config.wecom?.callback].some((keys) =>
        isOneOf(PUBLIC_VALUES.callbackTokens, keys?.token ?? null),
      ),
      'WECHAT_PUSH_TOKEN or WECOM_CALLBACK_TOKEN is one that stands in the source: make one of your own.',
    ],
    [
      config.wecom !== null && config.wecom.archive !== null,
      'WECOM_ARCHIVE_SECRET is set, but nothing here runs the native library that the real archive comes by (docs/decisions/0030): leave it out, and conversations are shown as not kept.',
    ],
    [
      (config.wecom?.page?.frameOrigin ?? null) !== null,
      'WECOM_FRAME_ORIGIN lets another site hold a page of staff in a frame: leave it out.',
    ],
    [
      !config.publicUrl.startsWith('https://'),
      'PUBLIC_URL must begin with https://: cookies and tokens travel to it.',
    ],
    [config.firm.name === settings.firmName.fallback, 'FIRM_NAME is a placeholder: members read it.'],
    [
      [settings.firmLicenceNo.fallback, '…'].includes(config.firm.licenceNo),
      'FIRM_LICENCE_NO is a placeholder: members read it.',
    ],
  ];
  return faults
    .filter(([isFault]) => isFault)
    .map(([, sentence]) => `NODE_ENV is production, and ${sentence}`);
}
