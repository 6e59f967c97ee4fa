import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NOON, openBox, type Box } from '../testing/open-box.ts';

const SPH = 'sphSandbox1';
const HOUR = 3_600_000;

describe('Channels lives', () => {
  let box: Box;
  beforeEach(async () => {
    box = await openBox();
  });
  afterEach(() => box.close());

  const plan = (noticeId: string, more: object = {}) =>
    box.call('PUT', '/__control/channels/lives', {
      noticeId,
      finderUserName: SPH,
      nickname: '投教直播',
      startsAt: NOON + HOUR,
      ...more,
    });
  const phone = async (path: string, payload: object) =>
    (await box.call('POST', `/__phone/channels/${path}`, payload)).body;
  const notice = () => phone('notice-info', { finderUserName: SPH });
  const live = () => phone('live-info', { finderUserName: SPH });
  const reserve = async (noticeId = 'n1', more: object = {}) =>
    (await phone('reservations', { account: 'demo-1', noticeId, ...more }))['errMsg'];
  const reservedBy = async () => (await box.call('GET', '/__control/channels/lives/n1')).body['reservedBy'];

  it('SBX-335 E-01 a notice is reservable until it begins; a reservation twice is one, and is told to no server', async () => {
    expect((await notice())['errMsg']).toMatch(/fail/);
    await plan('n1');
    expect(await notice()).toMatchObject({ noticeId: 'n1', status: 0, reservable: true, otherInfos: [] });
    expect(await reserve('n1', { agrees: false })).toMatch(/fail cancel/);
    expect(await reserve()).toBe('reserveChannelsLive:ok');
    expect(await notice()).toMatchObject({ reservable: true });
    expect(await reserve()).toBe('reserveChannelsLive:ok');
    expect(await reservedBy()).toEqual(['demo-1']);
    expect([...box.world.mini.pushes.values()].flatMap(({ deliveries }) => deliveries)).toEqual([]);
    box.advance(HOUR);
    expect(await notice()).toMatchObject({ reservable: false });
    expect(await reserve()).toMatch(/fail/);
  });

  it('SBX-336 E-01 called off is status 1, on air 2, over 3; a notice that was used is none any more', async () => {
    await plan('n1', { state: 'cancelled' });
    expect(await notice()).toMatchObject({ status: 1, reservable: false });
    expect(await reserve()).toMatch(/fail/);
    expect((await live())['errMsg']).toMatch(/fail/);
    await plan('n1', { state: 'live' });
    expect(await live()).toMatchObject({ status: 2, nonceId: 'n1', replayStatus: 0 });
    expect((await notice())['errMsg']).toMatch(/fail/);
    await plan('n1', { state: 'ended' });
    expect(await live()).toMatchObject({ status: 3, replayStatus: 1 });
  });

  it('SBX-337 E-01 the next notice comes first and others after it; what was reserved is withdrawn', async () => {
    await plan('n2', { startsAt: NOON + 3 * HOUR });
    await plan('n1', { startsAt: NOON + 2 * HOUR });
    expect(await notice()).toMatchObject({ noticeId: 'n1', otherInfos: [{ noticeId: 'n2' }] });
    await reserve();
    const withdraw = () =>
      box.call('POST', '/__phone/channels/withdrawals', { account: 'demo-1', noticeId: 'n1' });
    expect((await withdraw()).status).toBe(204);
    expect((await withdraw()).status).toBe(422);
    expect(await reservedBy()).toEqual([]);
    expect((await box.call('POST', '/__phone/channels/notice-info', { finderUserName: 'gh_1' })).status).toBe(
      400,
    );
  });

  it('F-04 the stream of a live of our own is some seconds of video, the same for everybody', async () => {
    const { status, type, bytes } = await box.call('GET', '/__stream/sample.webm');
    expect([status, type]).toEqual([200, 'video/webm']);
    // What every file of Matroska begins with.
    expect(bytes.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
  });
});
