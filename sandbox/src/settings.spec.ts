import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.ts';

describe('readSettings', () => {
  it('listens at 7301 for the demo app when nothing is set', () => {
    const settings = readSettings({});
    expect(settings.port).toBe(7301);
    expect(settings.miniPrograms).toHaveLength(2);
    expect(settings.appUrl).toBeNull();
  });

  it('takes the port and the app from the environment', () => {
    const settings = readSettings({ SANDBOX_PORT: '0', WECHAT_APP_ID: 'wxa', WECHAT_APP_SECRET: 's' });
    expect(settings.port).toBe(0);
    expect(settings.miniPrograms[0]).toMatchObject({ appId: 'wxa', appSecret: 's', openidPrefix: 'osbx-' });
  });

  it('takes the address at which the mini-program runs in a browser', () => {
    const SANDBOX_APP_URL = 'http://127.0.0.1:3000/app/';
    expect(readSettings({ SANDBOX_APP_URL }).appUrl).toBe(SANDBOX_APP_URL);
    expect(() => readSettings({ SANDBOX_APP_URL: 'app' })).toThrow('SANDBOX_APP_URL');
  });

  it('names a port that is no port', () => {
    expect(() => readSettings({ SANDBOX_PORT: 'x' })).toThrow('SANDBOX_PORT');
  });
});
