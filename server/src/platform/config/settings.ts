import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const url = (protocols: readonly string[]) =>
  z.string().refine((value) => {
    const parsed = URL.canParse(value) ? new URL(value) : null;
    return parsed !== null && protocols.includes(parsed.protocol);
  });
const optionalUrl = (protocols: readonly string[]) =>
  z
    .union([z.literal(''), url(protocols)])
    .transform((value) => (value === '' ? null : value.replace(/\/+$/, '')));
const databaseUrl = z
  .union([z.literal(''), url(['mysql:', 'mariadb:'])])
  .transform((value) => (value === '' ? null : value));

const aesKey = z.union([z.literal(''), z.string().regex(/^[A-Za-z0-9]{43}$/)]);

/**
 * Every environment variable of the server: what it is for, its default as one would write it, and what a
 * right value is. `.env.example` is made from this table.
 */
export const settings = {
  isProduction: setting(
    'NODE_ENV',
    'development',
    'production: real members. Then the demo firm, the sandbox, placeholders and plain http are refused.',
    'production, or another word for every other use',
    z.string().transform((value) => value === 'production'),
  ),
  port: setting(
    'PORT',
    '3000',
    'Port of everything: API, member app, console, documentation.',
    'a port number from 1 to 65535',
    z.coerce.number().int().min(0).max(65_535),
  ),
  host: setting(
    'HOST',
    '0.0.0.0',
    'Address to listen on.',
    'an address such as 127.0.0.1',
    z.string().min(1),
  ),
  publicUrl: setting(
    'PUBLIC_URL',
    '',
    'How people reach the server from outside; empty: http://localhost:PORT.',
    'an http(s) URL',
    optionalUrl(['http:', 'https:']),
  ),
  dataDir: setting(
    'SIYU_DATA_DIR',
    './data',
    'Folder of the embedded database and of uploaded files.',
    'a folder',
    z.string().min(1),
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    '',
    'mysql://user:password@host:port/database; empty: the embedded SQLite file.',
    'a mysql:// URL',
    databaseUrl,
  ),
  databaseAdminUrl: setting(
    'DATABASE_ADMIN_URL',
    '',
    'A second login that migrates; empty: DATABASE_URL does it.',
    'a mysql:// URL',
    databaseUrl,
  ),
  databaseWaitMs: setting(
    'DATABASE_WAIT_MS',
    '8000',
    'Longest wait for an answer of the database server, in milliseconds; then the request is refused with 503.',
    'a number from 500 to 60000',
    z.coerce.number().int().min(500).max(60_000),
  ),
  sandboxUrl: setting(
    'SANDBOX_URL',
    '',
    'Address of the sandbox that stands in for WeChat; empty: the real WeChat.',
    'an http(s) URL',
    optionalUrl(['http:', 'https:']),
  ),
  wechatAppId: setting(
    'WECHAT_APP_ID',
    'wx0000000000000000',
    'AppID of the mini-program.',
    'an AppID such as wx0123456789abcdef',
    z.string().regex(/^wx[0-9a-f]{16}$/),
  ),
  wechatAppSecret: setting(
    'WECHAT_APP_SECRET',
    '',
    'AppSecret of the mini-program; needed with the real WeChat.',
    'the 32 hexadecimal characters of the AppSecret',
    z.union([z.literal(''), z.string().regex(/^[0-9a-zA-Z-]{8,64}$/)]),
  ),
  wechatPushToken: setting(
    'WECHAT_PUSH_TOKEN',
    '',
    'Token of the message push of the mini-program; empty: its route is closed.',
    'the 3 to 32 letters and digits of the token',
    z.union([z.literal(''), z.string().regex(/^[A-Za-z0-9]{3,32}$/)]),
  ),
  wechatPushAesKey: setting(
    'WECHAT_PUSH_AES_KEY',
    '',
    'EncodingAESKey of the message push; with one, messages in the open are refused.',
    'the 43 letters and digits of the EncodingAESKey',
    aesKey,
  ),
  wecomCorpId: setting(
    'WECOM_CORP_ID',
    '',
    'Corporation id in WeCom; empty: no WeCom.',
    'an id such as ww0123456789abcdef',
    z.union([z.literal(''), z.string().regex(/^[A-Za-z0-9]{8,32}$/)]),
  ),
  wecomContactSecret: setting(
    'WECOM_CONTACT_SECRET',
    '',
    'Secret of the self-built app that may call the customer-contact interfaces of WeCom.',
    'the secret as WeCom shows it',
    z.union([z.literal(''), z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)]),
  ),
  wecomAgentId: setting(
    'WECOM_AGENT_ID',
    '',
    'AgentId of that app, whose page stands beside the chats of WeCom; empty: no such page.',
    'a number such as 1000002',
    z
      .union([z.literal(''), z.string().regex(/^[1-9][0-9]{0,9}$/)])
      .transform((value) => (value === '' ? null : Number(value))),
  ),
  wecomFrameOrigin: setting(
    'WECOM_FRAME_ORIGIN',
    '',
    'Who may hold that page in a frame, such as the sandbox; empty: nobody, as WeCom itself needs no frame.',
    'an http(s) URL',
    optionalUrl(['http:', 'https:']),
  ),
  wecomCallbackToken: setting(
    'WECOM_CALLBACK_TOKEN',
    '',
    'Token of the callbacks of WeCom; empty: their route is closed.',
    'the 3 to 32 letters and digits of the token',
    z.union([z.literal(''), z.string().regex(/^[A-Za-z0-9]{3,32}$/)]),
  ),
  wecomCallbackAesKey: setting(
    'WECOM_CALLBACK_AES_KEY',
    '',
    'EncodingAESKey of the callbacks of WeCom.',
    'the 43 letters and digits of the EncodingAESKey',
    aesKey,
  ),
  wecomArchiveSecret: setting(
    'WECOM_ARCHIVE_SECRET',
    '',
    'Secret of the conversation archive of WeCom; empty: no archive, and every conversation is shown as not kept.',
    'the secret as WeCom shows it',
    z.union([z.literal(''), z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)]),
  ),
  wecomArchiveKeysDir: setting(
    'WECOM_ARCHIVE_KEYS_DIR',
    '',
    'Folder of the private keys of the archive; 3.pem is that of version 3 of the public key.',
    'a folder',
    z.string(),
  ),
  platformRestMs: setting(
    'PLATFORM_REST_MS',
    '5000',
    'How long WeChat or WeCom is left alone after five calls in a row that failed, in milliseconds.',
    'a number from 100 to 600000',
    z.coerce.number().int().min(100).max(600_000),
  ),
  coreSystemToken: setting(
    'CORE_SYSTEM_TOKEN',
    '',
    'Bearer token of the core trading system for /v1/core; empty: these routes are closed.',
    'at least 24 characters without blanks',
    z
      .union([z.literal(''), z.string().regex(/^\S{24,256}$/)])
      .transform((value) => (value === '' ? null : value)),
  ),
  liveStreamUrl: setting(
    'LIVE_STREAM_URL',
    '',
    'Address of a live for our own player, {liveId} in it standing for the live; empty: no lives of our own, or the sample of the sandbox.',
    'an http(s) URL',
    optionalUrl(['http:', 'https:']),
  ),
  coreSystemUrl: setting(
    'CORE_SYSTEM_URL',
    '',
    'Where the core trading system verifies account holders; empty: the sandbox, or nowhere without one.',
    'an http(s) URL',
    optionalUrl(['http:', 'https:']),
  ),
  firmName: setting(
    'FIRM_NAME',
    '示例证券',
    'Name of the firm as people read it.',
    'a name of 2 to 40 characters',
    z.string().min(2).max(40),
  ),
  firmLicenceNo: setting(
    'FIRM_LICENCE_NO',
    '00000000',
    'Number of the securities licence.',
    'a number of up to 40 characters',
    z.string().min(1).max(40),
  ),
  firmComplaintPhone: setting(
    'FIRM_COMPLAINT_PHONE',
    '95000',
    'Telephone number for complaints.',
    'a telephone number',
    z.string().regex(/^[0-9-]{3,20}$/),
  ),
  secondFactor: setting(
    'STAFF_TOTP',
    '',
    'required: every login of staff needs a code of an authenticator app; optional: whoever has one; empty: required in production.',
    'required, optional or empty',
    z.enum(['', 'required', 'optional']),
  ),
  staffIdleMinutes: setting(
    'STAFF_IDLE_MINUTES',
    '30',
    'Minutes without anybody at the page after which staff has to sign in again; the session ends after 12 hours at the latest.',
    'a number from 5 to 720',
    z.coerce.number().int().min(5).max(720),
  ),
  loginsPerMinute: setting(
    'LOGINS_PER_MINUTE',
    '120',
    'Attempts to sign in per minute and address.',
    'a number from 1 to 100000',
    z.coerce.number().int().min(1).max(100_000),
  ),
  shedAfterMs: setting(
    'SHED_AFTER_MS',
    '150',
    'A call that would wait longer than this for the processor is refused with 503, in milliseconds.',
    'a number from 20 to 3600000',
    z.coerce.number().int().min(20).max(3_600_000),
  ),
  stopDrainMs: setting(
    'STOP_DRAIN_MS',
    '0',
    'After SIGTERM: how long /readyz says no while calls are still answered; behind a balancer, two of its looks.',
    'a number from 0 to 5000',
    z.coerce.number().int().min(0).max(5_000),
  ),
  redisUrl: setting(
    'REDIS_URL',
    '',
    'Redis that carries wake-ups and schedules of background work among processes; empty: each process has timers.',
    'a redis:// URL',
    z.union([z.literal(''), url(['redis:', 'rediss:'])]).transform((value) => (value === '' ? null : value)),
  ),
  tickMs: setting(
    'TICK_MS',
    '200',
    'Pause between two looks for due work, in milliseconds.',
    'a number from 10 to 60000',
    z.coerce.number().int().min(10).max(60_000),
  ),
  runsJobs: setting('RUNS_JOBS', 'true', 'Whether this process does background work.', 'true or false', flag),
  hasDemo: setting(
    'SIYU_DEMO',
    '0',
    'Whether the demo firm is loaded: synthetic members, lessons and staff with a known password.',
    '1 or 0',
    z.enum(['0', '1']).transform((value) => value === '1'),
  ),
  demoPassword: setting(
    'SIYU_DEMO_PASSWORD',
    'siyu-demo-2026',
    'Password of every staff member of the demo firm.',
    'a password of 8 to 128 characters',
    z.string().min(8).max(128),
  ),
  demoMembers: setting(
    'SIYU_DEMO_MEMBERS',
    '3000',
    'How many members the demo firm has.',
    'a number from 30 to 100000',
    z.coerce.number().int().min(30).max(100_000),
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'info',
    'How much is logged.',
    'silent, error, warn, info or debug',
    z.enum(['silent', 'error', 'warn', 'info', 'debug']),
  ),
} as const;

/** Everybody who reads this repository knows it. */
export const KNOWN_DEMO_PASSWORD = settings.demoPassword.fallback;

interface Setting<Schema extends z.ZodType> {
  readonly env: string;
  readonly fallback: string;
  readonly about: string;
  readonly expects: string;
  readonly schema: Schema;
}

function setting<Schema extends z.ZodType>(
  env: string,
  fallback: string,
  about: string,
  expects: string,
  schema: Schema,
): Setting<Schema> {
  return { env, fallback, about, expects, schema };
}
