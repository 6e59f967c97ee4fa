import { beforeEach, describe, expect, it } from '@jest/globals';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { phone } from '../testing/taro';
import { enterAs } from '../session/session';
import { followLaunch } from '../reading/launch-lead';
import { deliverTouches, noteLaunch, waitingTouches } from './touch-list';

const KEY = 'aZ09bY18cX';
const keys = () => waitingTouches().map(({ key, scene }) => `${key} ${scene}`);
const member = (hasConsented: boolean) => {
  enterAs({
    memberId: '01900000-0000-7000-8000-000000000001',
    displayName: '客户0001',
    registeredOn: '2026-11-24',
    hasConsented,
    isPersonalised: false,
    isAccountLinked: false,
    adviser: null,
  });
};
const sent = () => phone.requests.filter(({ url }) => url.endsWith(channelsRoutes.recordTouches.path));

describe('how the app was started', () => {
  beforeEach(() => {
    phone.reset();
    member(false);
  });

  it('E-09 the key of a code comes encoded in the scene, that of a shared card in the query', () => {
    noteLaunch({ scene: 1047, query: { scene: encodeURIComponent(`k=${KEY}`) } });
    noteLaunch({ scene: 1007, query: { k: KEY, lessonId: 'x' } });
    expect(keys()).toEqual([`${KEY} 1047`, `${KEY} 1007`]);
  });

  it('E-09 a start without a key, with a strange one, or from the list of recent apps leaves nothing', () => {
    noteLaunch({ scene: 1001, query: {} });
    noteLaunch({ scene: 1047, query: { scene: '%E0%A4%A' } });
    noteLaunch({ scene: 1047, query: { scene: 'k=short' } });
    noteLaunch({ scene: 1089, query: { k: KEY } });
    noteLaunch({});
    expect(keys()).toEqual([]);
  });

  it('E-09 of many starts before joining the first and the latest are kept', () => {
    for (let at = 0; at < 25; at += 1) noteLaunch({ scene: 2000 + at, query: { k: KEY } });
    expect(keys()).toHaveLength(10);
    expect([keys()[0], keys().at(-1)]).toEqual([`${KEY} 2000`, `${KEY} 2024`]);
  });

  it('E-09 nothing is sent before the consent; without a network it waits, and what is refused for good does not', async () => {
    noteLaunch({ scene: 1047, query: { k: KEY } });
    expect(await deliverTouches()).toBe(true);
    expect(sent()).toEqual([]);

    member(true);
    phone.answer = () => {
      throw new Error('no network');
    };
    expect(await deliverTouches()).toBe(false);
    expect(keys()).toHaveLength(1);
    phone.answer = () => ({ statusCode: 204 });
    expect(await deliverTouches()).toBe(true);
    expect(keys()).toEqual([]);

    noteLaunch({ scene: 1047, query: { k: KEY } });
    phone.answer = () => ({ statusCode: 403, data: { code: 'channels.not_open_yet', title: '不可以。' } });
    expect(await deliverTouches()).toBe(true);
    expect(keys()).toEqual([]);
  });

  it('E-09 a code that opened the first page is asked where it leads, once, and after the consent only', async () => {
    const asked = () => phone.requests.filter(({ url }) => url.endsWith(`/v1/placements/${KEY}`)).length;
    // What the cases before have left.
    member(true);
    await followLaunch();
    phone.reset();
    phone.answer = () => ({ statusCode: 200, data: { lessonId: 'l-1' } });
    noteLaunch({ path: 'lesson/read/index', scene: 1007, query: { k: KEY } });
    noteLaunch({ path: 'pages/home/index', scene: 1089, query: { k: KEY } });
    member(true);
    await followLaunch();
    expect(asked()).toBe(0);
    member(false);
    noteLaunch({ path: 'pages/home/index', scene: 1047, query: { scene: encodeURIComponent(`k=${KEY}`) } });
    await followLaunch();
    expect(asked()).toBe(0);
    member(true);
    await followLaunch();
    await followLaunch();
    expect(asked()).toBe(1);
    expect(phone.routes.filter((route) => JSON.stringify(route).includes('lessonId=l-1'))).toHaveLength(1);
  });
});
