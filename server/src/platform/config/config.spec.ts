import { describe, expect, it } from '@jest/globals';
import { demoMiniProgram, foreignMiniProgram } from '../../../../sandbox/src/mini-programs.ts';
import { TEST_CORE_TOKEN } from '../../testing/index.ts';
import { ConfigError, loadConfig, loadStorageConfig } from './index.ts';

const sentencesOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
  return [];
};
const sandbox = { SANDBOX_URL: 'http://localhost:7301' };

describe('the configuration', () => {
  it('A-02 works with the defaults, and PORT, SIYU_DATA_DIR and DATABASE_URL override', () => {
    expect(loadConfig(sandbox)).toMatchObject({ port: 3000, databaseUrl: null });
    const env = {
      ...sandbox,
      PORT: '8080',
      SIYU_DATA_DIR: '/srv/siyu',
      DATABASE_URL: 'mysql://u:p@db:3306/siyu',
    };
    expect(loadConfig(env)).toMatchObject({
      port: 8080,
      dataDir: '/srv/siyu',
      databaseUrl: 'mysql://u:p@db:3306/siyu',
      publicUrl: 'http://localhost:8080',
    });
  });

  it('A-02 says one sentence per wrong value, and repeats no secret', () => {
    const wrong = {
      PORT: 'abc',
      TICK_MS: '1',
      DATABASE_URL: 'postgres://u:hush@db/x',
      CORE_SYSTEM_TOKEN: 'short one',
    };
    const sentences = sentencesOf({ ...sandbox, ...wrong });
    expect(sentences.map((sentence) => sentence.split(' ')[0]).sort()).toEqual(Object.keys(wrong).sort());
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z_]+ is ".+" but must be .+\.$/);
    expect(sentences.join()).not.toMatch(/hush|short one/);
  });

  it('A-02 refuses the real WeChat without a secret, and an admin login without a database', () => {
    expect(sentencesOf({})).toEqual([expect.stringContaining('WECHAT_APP_SECRET')]);
    expect(sentencesOf({ ...sandbox, DATABASE_ADMIN_URL: 'mysql://a@b/c' })).toEqual([
      expect.stringContaining('DATABASE_ADMIN_URL'),
    ]);
  });

  const real = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://siyu.example',
    WECHAT_APP_ID: 'wx0123456789abcdef',
    WECHAT_APP_SECRET: '0123456789abcdef0123456789abcdef',
    FIRM_NAME: '某某证券',
    FIRM_LICENCE_NO: 'Z12345678',
  };

  const archive = {
    WECOM_CORP_ID: 'ww0123456789abcdef',
    WECOM_CONTACT_SECRET: 'a-contact-secret-of-the-spec',
    WECOM_ARCHIVE_SECRET: 'an-archive-secret-of-the-spec',
    WECOM_ARCHIVE_KEYS_DIR: '/srv/siyu/archive-keys',
  };
  it('E-12 the archive needs its secret, its keys and a firm in WeCom, or none of them', () => {
    expect(loadConfig({ ...sandbox, ...archive }).wecom?.archive).toEqual({
      secret: archive.WECOM_ARCHIVE_SECRET,
      keysDir: archive.WECOM_ARCHIVE_KEYS_DIR,
    });
    for (const missing of [
      { WECOM_ARCHIVE_SECRET: '' },
      { WECOM_ARCHIVE_KEYS_DIR: '' },
      { WECOM_CORP_ID: '' },
    ])
      expect(sentencesOf({ ...sandbox, ...archive, ...missing })).toHaveLength(1);
  });

  it('C-12 production starts with settings of its own and knows what it is', () => {
    expect(loadConfig(real)).toMatchObject({ isProduction: true, demo: null, sandboxUrl: null });
    expect(loadConfig(sandbox).isProduction).toBe(false);
  });

  it('D-04 production asks every login for a second factor, a trial does when it is told to', () => {
    expect(loadConfig(real).isSecondFactorRequired).toBe(true);
    expect(loadConfig(sandbox).isSecondFactorRequired).toBe(false);
    expect(loadConfig({ ...sandbox, STAFF_TOTP: 'required' }).isSecondFactorRequired).toBe(true);
  });

  it.each([
    ['SIYU_DEMO', { SIYU_DEMO: '1' }],
    ['SANDBOX_URL', { SANDBOX_URL: 'https://sandbox.example' }],
    ['STAFF_TOTP', { STAFF_TOTP: 'optional' }],
    ['WECHAT_APP_ID', { WECHAT_APP_ID: '' }],
    ['WECHAT_APP_ID', { WECHAT_APP_ID: demoMiniProgram.appId }],
    ['WECHAT_APP_SECRET', { WECHAT_APP_SECRET: demoMiniProgram.appSecret }],
    ['WECHAT_APP_SECRET', { WECHAT_APP_SECRET: foreignMiniProgram.appSecret }],
    ['CORE_SYSTEM_TOKEN', { CORE_SYSTEM_TOKEN: TEST_CORE_TOKEN }],
    // E-12: nothing runs the library of the real archive yet.
    ['WECOM_ARCHIVE_SECRET', archive],
    ['PUBLIC_URL', { PUBLIC_URL: '' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://siyu.example' }],
    ['FIRM_NAME', { FIRM_NAME: '' }],
    ['FIRM_LICENCE_NO', { FIRM_LICENCE_NO: '' }],
  ])('C-12 production refuses a %s that only a trial may have: %j', (name, change) => {
    const sentences = sentencesOf({ ...real, ...change });
    expect(sentences).toEqual([
      expect.stringMatching(new RegExp(`^NODE_ENV is production, and ${name} .+[.]$`)),
    ]);
    expect(sentencesOf({ ...real, ...change, NODE_ENV: 'development' })).toEqual([]);
  });

  it('C-12 production names everything that is wrong at once, and repeats no secret', () => {
    const { appId, appSecret } = demoMiniProgram;
    const trial = {
      NODE_ENV: 'production',
      SIYU_DEMO: '1',
      ...sandbox,
      WECHAT_APP_ID: appId,
      WECHAT_APP_SECRET: appSecret,
    };
    expect(sentencesOf(trial)).toHaveLength(7);
    expect(sentencesOf(trial).join()).not.toContain(appSecret);
  });

  it('C-12 a command that only needs the data asks for nothing else, in production either', () => {
    const config = loadStorageConfig({ NODE_ENV: 'production', SIYU_DATA_DIR: '/srv/siyu' });
    expect(config).toMatchObject({ dataDir: '/srv/siyu', runsJobs: false });
    expect(() => loadStorageConfig({ DATABASE_URL: 'postgres://x' })).toThrow(ConfigError);
  });
});
