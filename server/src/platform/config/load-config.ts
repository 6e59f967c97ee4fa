import { resolve } from 'node:path';
import { productionFaults } from './production-faults.ts';
import { settings } from './settings.ts';

/** What a platform signs and encrypts its calls to us with. */
export interface CallbackKeys {
  readonly token: string;
  /** Null: what is pushed is not encrypted. */
  readonly aesKey: string | null;
}

/** The page of the firm beside the chats of WeCom. */
export interface WecomPage {
  readonly agentId: number;
  /** WeCom's own scripts for it, in the order they are loaded. */
  readonly scripts: readonly string[];
  /** Null: nobody may hold it in a frame. */
  readonly frameOrigin: string | null;
}

/** Below these addresses WeCom serves the scripts that a page beside a chat needs; the box has the same paths. */
const WECOM_SCRIPTS = [
  ['https://res.wx.qq.com', '/open/js/jweixin-1.2.0.js'],
  ['https://open.work.weixin.qq.com', '/wwopen/js/jwxwork-1.0.0.js'],
] as const;

/** The settings of one process, read once at its start. */
export class Config {
  /** With real members: no demo firm, no sandbox, no placeholders. */
  readonly isProduction: boolean;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Null: the embedded SQLite file in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly databaseAdminUrl: string | null;
  readonly databaseWaitMs: number;
  readonly sandboxUrl: string | null;
  readonly wechat: {
    readonly appId: string;
    readonly appSecret: string;
    /** Null: no messages are pushed to us. */
    readonly push: CallbackKeys | null;
  };
  /** Null: the firm does without WeCom. */
  readonly wecom: {
    readonly corpId: string;
    readonly contactSecret: string;
    readonly callback: CallbackKeys | null;
    /** Null: conversations are not kept. */
    readonly archive: { readonly secret: string; readonly keysDir: string } | null;
    /** The page beside a chat; null: there is none. */
    readonly page: WecomPage | null;
  } | null;
  readonly platformRestMs: number;
  readonly coreSystemToken: string | null;
  /** With `{liveId}` in it; null: there are no lives of our own. */
  readonly liveStreamUrl: string | null;
  /** Without a slash at the end; null: accounts cannot be linked by members. */
  readonly coreSystemUrl: string | null;
  readonly firm: { readonly name: string; readonly licenceNo: string; readonly complaintPhone: string };
  /** Whether staff without a second factor has to set one up before anything else. */
  readonly isSecondFactorRequired: boolean;
  readonly staffIdleMs: number;
  readonly loginsPerMinute: number;
  readonly shedAfterMs: number;
  readonly stopDrainMs: number;
  /** Null: timers in each process. */
  readonly redisUrl: string | null;
  readonly tickMs: number;
  readonly runsJobs: boolean;
  /** The demo firm, or null in a real deployment. */
  readonly demo: { readonly password: string; readonly members: number } | null;
  readonly logLevel: string;

  constructor(values: Config) {
    this.isProduction = values.isProduction;
    this.port = values.port;
    this.host = values.host;
    this.publicUrl = values.publicUrl;
    this.dataDir = values.dataDir;
    this.databaseUrl = values.databaseUrl;
    this.databaseAdminUrl = values.databaseAdminUrl;
    this.databaseWaitMs = values.databaseWaitMs;
    this.sandboxUrl = values.sandboxUrl;
    this.wechat = values.wechat;
    this.wecom = values.wecom;
    this.platformRestMs = values.platformRestMs;
    this.coreSystemToken = values.coreSystemToken;
    this.liveStreamUrl = values.liveStreamUrl;
    this.coreSystemUrl = values.coreSystemUrl;
    this.firm = values.firm;
    this.isSecondFactorRequired = values.isSecondFactorRequired;
    this.staffIdleMs = values.staffIdleMs;
    this.loginsPerMinute = values.loginsPerMinute;
    this.shedAfterMs = values.shedAfterMs;
    this.stopDrainMs = values.stopDrainMs;
    this.redisUrl = values.redisUrl;
    this.tickMs = values.tickMs;
    this.runsJobs = values.runsJobs;
    this.demo = values.demo;
    this.logLevel = values.logLevel;
  }
}

/** Thrown with one sentence for each wrong value. */
export class ConfigError extends Error {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'ConfigError';
    this.sentences = sentences;
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from environment variables.
 * @throws {ConfigError} naming every variable that is wrong, what it holds and what it should hold.
 */
export function loadConfig(env: Env): Config {
  const sentences: string[] = [];
  function read<Value>(setting: {
    readonly env: string;
    readonly fallback: string;
    readonly expects: string;
    readonly schema: { safeParse(input: unknown): { success: true; data: Value } | { success: false } };
  }): Value | null {
    const text = env[setting.env]?.trim() || setting.fallback;
    const parsed = setting.schema.safeParse(text);
    if (parsed.success) return parsed.data;
    sentences.push(`${setting.env} is "${shown(setting.env, text)}" but must be ${setting.expects}.`);
    return null;
  }
  const port = read(settings.port);
  const publicUrl = read(settings.publicUrl);
  const sandboxUrl = read(settings.sandboxUrl);
  const appSecret = read(settings.wechatAppSecret);
  const databaseUrl = read(settings.databaseUrl);
  const databaseAdminUrl = read(settings.databaseAdminUrl);
  const hasDemo = read(settings.hasDemo);
  const demoPassword = read(settings.demoPassword);
  const demoMembers = read(settings.demoMembers);
  const isProduction = read(settings.isProduction) ?? false;
  const secondFactor = read(settings.secondFactor) ?? '';
  const archiveSecret = read(settings.wecomArchiveSecret) ?? '';
  const archiveKeysDir = read(settings.wecomArchiveKeysDir) ?? '';
  const wecomAgentId = read(settings.wecomAgentId);
  const wecomFrameOrigin = read(settings.wecomFrameOrigin);
  const wecom = {
    corpId: read(settings.wecomCorpId) ?? '',
    contactSecret: read(settings.wecomContactSecret) ?? '',
    callback: callbackKeys(read(settings.wecomCallbackToken), read(settings.wecomCallbackAesKey)),
    archive:
      archiveSecret === '' && archiveKeysDir === ''
        ? null
        : { secret: archiveSecret, keysDir: resolve(archiveKeysDir) },
    page:
      wecomAgentId === null
        ? null
        : {
            agentId: wecomAgentId,
            scripts: WECOM_SCRIPTS.map(([host, path]) => `${sandboxUrl ?? host}${path}`),
            frameOrigin: wecomFrameOrigin,
          },
  };
  const values = {
    isProduction,
    port: port ?? 0,
    host: read(settings.host) ?? '',
    publicUrl: publicUrl ?? `http://localhost:${port ?? 0}`,
    dataDir: resolve(read(settings.dataDir) ?? '.'),
    databaseUrl,
    databaseAdminUrl,
    databaseWaitMs: read(settings.databaseWaitMs) ?? 0,
    sandboxUrl,
    wechat: {
      appId: read(settings.wechatAppId) ?? '',
      appSecret: appSecret ?? '',
      push: callbackKeys(read(settings.wechatPushToken), read(settings.wechatPushAesKey)),
    },
    wecom: wecom.corpId === '' ? null : wecom,
    platformRestMs: read(settings.platformRestMs) ?? 0,
    coreSystemToken: read(settings.coreSystemToken),
    liveStreamUrl:
      read(settings.liveStreamUrl) ?? (sandboxUrl === null ? null : `${sandboxUrl}/__stream/sample.webm`),
    coreSystemUrl: read(settings.coreSystemUrl) ?? (sandboxUrl === null ? null : `${sandboxUrl}/core/v1`),
    firm: {
      name: read(settings.firmName) ?? '',
      licenceNo: read(settings.firmLicenceNo) ?? '',
      complaintPhone: read(settings.firmComplaintPhone) ?? '',
    },
    isSecondFactorRequired: secondFactor === '' ? isProduction : secondFactor === 'required',
    staffIdleMs: (read(settings.staffIdleMinutes) ?? 0) * 60_000,
    loginsPerMinute: read(settings.loginsPerMinute) ?? 0,
    shedAfterMs: read(settings.shedAfterMs) ?? 0,
    stopDrainMs: read(settings.stopDrainMs) ?? 0,
    redisUrl: read(settings.redisUrl),
    tickMs: read(settings.tickMs) ?? 0,
    runsJobs: read(settings.runsJobs) ?? true,
    demo:
      hasDemo === true && demoPassword !== null && demoMembers !== null
        ? { password: demoPassword, members: demoMembers }
        : null,
    logLevel: read(settings.logLevel) ?? 'info',
  };
  if (sentences.length === 0 && databaseAdminUrl !== null && databaseUrl === null) {
    sentences.push('DATABASE_ADMIN_URL is set but DATABASE_URL is not: set both or neither.');
  }
  if (sentences.length === 0 && sandboxUrl === null && appSecret === '') {
    sentences.push('WECHAT_APP_SECRET is empty: set it for the real WeChat, or set SANDBOX_URL.');
  }
  if (sentences.length === 0 && wecom.corpId !== '' && wecom.contactSecret === '') {
    sentences.push('WECOM_CONTACT_SECRET is empty: set it together with WECOM_CORP_ID, or neither.');
  }
  if (sentences.length === 0 && wecom.callback !== null && wecom.callback.aesKey === null) {
    sentences.push('WECOM_CALLBACK_AES_KEY is empty: WeCom encrypts every callback.');
  }
  if (sentences.length === 0 && (archiveSecret === '') !== (archiveKeysDir === '')) {
    sentences.push('WECOM_ARCHIVE_SECRET and WECOM_ARCHIVE_KEYS_DIR belong together: set both or neither.');
  }
  if (sentences.length === 0 && archiveSecret !== '' && wecom.corpId === '') {
    sentences.push('WECOM_ARCHIVE_SECRET is set but WECOM_CORP_ID is not: set both or neither.');
  }
  if (sentences.length === 0 && values.isProduction) sentences.push(...productionFaults(values));
  if (sentences.length > 0) throw new ConfigError(sentences);
  return new Config(values);
}

/**
 * The configuration of a command that only needs to find the data: every other setting is left at a value that
 * asks nothing of it, so that a backup runs without the secrets of WeChat.
 * @throws {ConfigError} as `loadConfig`.
 */
export function loadStorageConfig(env: Env): Config {
  const wanted = [settings.dataDir, settings.databaseUrl, settings.databaseAdminUrl, settings.logLevel];
  const storage = Object.fromEntries(wanted.map((setting) => [setting.env, env[setting.env]]));
  return loadConfig({
    ...storage,
    [settings.sandboxUrl.env]: 'http://127.0.0.1',
    [settings.runsJobs.env]: 'false',
  });
}

const callbackKeys = (token: string | null, aesKey: string | null): CallbackKeys | null =>
  token === null || token === '' ? null : { token, aesKey: aesKey === '' ? null : aesKey };

/** A wrong secret is not repeated on a screen. */
function shown(env: string, text: string): string {
  if (/SECRET|TOKEN|PASSWORD|AES_KEY/.test(env)) return `${text.slice(0, 2)}…`;
  return text.replace(/:\/\/([^:@/]+):[^@/]*@/, '://$1:…@').slice(0, 80);
}
