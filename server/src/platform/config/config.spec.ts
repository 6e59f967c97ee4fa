import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './index.ts';

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
});
