import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { LiveChat, LiveRoom } from '@siyu/shared/contracts/live';
import { LIVE_BEAT_MS } from '@siyu/shared/contracts/live.limits';
import { dropCached } from '../../reading/cached';
import { keepAccount } from '../../session/kept-session';
import { session } from '../../session/session';
import { learner } from '../../testing/lesson';
import { liveChat, liveId, liveRoom } from '../../testing/live';
import { phone } from '../../testing/taro';
import { joinChats } from './join-chats';
import WatchPage from './index';

const TEMPLATE = 'sbx-live-starting';
const press = (id: string): void => {
  fireEvent.click(document.getElementById(id) ?? document.body);
};
const text = (id: string): string => document.getElementById(id)?.textContent ?? '';
const write = (words: string): void => {
  fireEvent.change(document.getElementById('live-say-text') ?? document.body, { target: { value: words } });
};
const asked = (method: string, end: string) =>
  phone.requests.filter((request) => request.method === method && request.url.endsWith(end));

describe('the room of a live', () => {
  let room: LiveRoom;
  let chats: LiveChat[];
  let said: () => { statusCode: number; data?: unknown };
  beforeEach(() => {
    phone.reset();
    dropCached();
    keepAccount('demo-1');
    phone.params = { liveId };
    room = liveRoom();
    chats = [];
    said = () => ({ statusCode: 404 });
    phone.answer = ({ url, method }) => {
      if (url.endsWith('/__phone/subscribe')) return { statusCode: 200, data: { [TEMPLATE]: 'accept' } };
      if (url.startsWith('/v1/notices/settings') || url.startsWith('/v1/notices')) {
        const setting = { kind: 'LIVE_STARTING', templateId: TEMPLATE, messagesLeft: 0, wishes: [] };
        return { statusCode: 200, data: { settings: [setting] } };
      }
      if (url.endsWith('/reservation')) {
        const card = { ...room.card, isReserved: method === 'PUT' };
        room = { ...room, card };
        return { statusCode: 200, data: card };
      }
      if (url.endsWith('/viewing'))
        return { statusCode: 200, data: { now: room.now, watchedSeconds: 185, nextBeatMs: LIVE_BEAT_MS } };
      if (url.includes('/chats'))
        return method === 'POST'
          ? said()
          : { statusCode: 200, data: { now: room.now, chats, lastSeq: chats.length } };
      return { statusCode: 200, data: room };
    };
    act(() => {
      session.set((before) => ({
        ...before,
        phase: 'entered',
        member: learner,
        runtime: { sandboxPhoneUrl: 'http://phone', complaintPhone: '400', version: '1' } as never,
      }));
    });
  });
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
  });
  const open = async (): Promise<void> => {
    cleanup();
    render(<WatchPage />);
    await waitFor(() => screen.getByText(room.card.title));
  };

  it('F-04 F-10 before the start it tells who speaks under which number, the firm, the risk; a place is reserved and given back', async () => {
    await open();
    expect(text('live-head')).toContain('沈知行 登记编码 S0260519080001');
    expect(text('live-head')).toContain('思语证券主办');
    expect(text('live-head')).toContain('12月10日 20:00 到 12月10日 21:00');
    expect(text('live-risk')).toContain('市场有风险');
    // Before it is known whether WeChat is to be asked for the reminder, nobody reserves without one.
    expect(document.getElementById('live-reserve')?.getAttribute('aria-disabled')).toBe('true');
    press('live-reserve');
    expect(asked('PUT', '/reservation')).toHaveLength(0);
    await waitFor(() =>
      expect(document.getElementById('live-reserve')?.hasAttribute('aria-disabled')).toBe(false),
    );
    press('live-reserve');
    await waitFor(() => expect(document.getElementById('live-withdraw')).not.toBeNull());
    expect(asked('PUT', '/reservation')).toHaveLength(1);
    expect(asked('POST', '/v1/notices/answers')).toHaveLength(1);
    press('live-withdraw');
    await waitFor(() => expect(document.getElementById('live-reserve')).not.toBeNull());
    expect(asked('DELETE', '/reservation')).toHaveLength(1);
  });

  it('F-09 REQ-ADV-4 a live of advice says in its room what it rests on, one of education says nothing of it', async () => {
    await open();
    expect(document.getElementById('live-basis')).toBeNull();
    const basis = { usesReport: true, reportPublisher: '示例证券研究所', reportOn: '2025-11-20' };
    room = liveRoom({}, { basis });
    await open();
    await waitFor(() => expect(text('live-basis')).toBe('依据：示例证券研究所 2025年11月20日发布的研究报告'));
  });

  it('F-04 F-10 a player that moves is told of at once and at each beat, one that stands still is not', async () => {
    room = liveRoom({ state: 'ON_AIR' });
    await open();
    const video = await waitFor(() => {
      const found = document.querySelector('video');
      if (found === null) throw new Error('no video');
      return found;
    });
    jest.useFakeTimers();
    const play = (second: number): void => {
      video.currentTime = second;
      fireEvent.timeUpdate(video);
    };
    const beat = () => act(() => jest.advanceTimersByTimeAsync(LIVE_BEAT_MS));
    // It stands at its first second, which nobody has seen move.
    play(0);
    await beat();
    expect(asked('PUT', '/viewing')).toHaveLength(0);
    play(1);
    expect(asked('PUT', '/viewing')).toHaveLength(1);
    play(2);
    await beat();
    expect(asked('PUT', '/viewing')).toHaveLength(2);
    expect(text('live-measured')).toBe('您看了 3 分钟');
    await beat();
    await beat();
    expect(asked('PUT', '/viewing')).toHaveLength(2);
    // It plays on, and is paused: the last of it is told.
    play(3);
    play(4);
    fireEvent.pause(video);
    expect(asked('PUT', '/viewing')).toHaveLength(4);
    await beat();
    expect(asked('PUT', '/viewing')).toHaveLength(4);
  });

  it('F-04 F-10 words wait for a person, are refused with the reason, or stay on the phone without a network', async () => {
    room = liveRoom({ state: 'ON_AIR' });
    chats = [liveChat(1)];
    await open();
    await waitFor(() => screen.getByText('第 1 句话'));
    said = () => ({ statusCode: 422, data: { code: 'live.names_stocks', title: '直播里不谈具体的证券。' } });
    write('现在买 600519 吗');
    press('live-say-send');
    await waitFor(() => expect(text('live-say-problem')).toContain('直播里不谈具体的证券'));
    said = () => {
      throw new Error('request:fail');
    };
    write('费用怎么算');
    press('live-say-send');
    await waitFor(() => expect(text('live-say-problem')).toContain('已存在手机上'));
    await open();
    expect(screen.getByDisplayValue('费用怎么算')).toBeTruthy();
    said = () => ({
      statusCode: 201,
      data: liveChat(9, { seq: null, text: '费用怎么算', isMine: true, state: 'WAITING' }),
    });
    press('live-say-send');
    await waitFor(() => screen.getByText('费用怎么算'));
    expect(text('live-chats')).toContain('我 · 等待同事看过后展示');
    expect(screen.queryByDisplayValue('费用怎么算')).toBeNull();
  });

  it('F-04 F-10 muted it tells why and takes no words; stopped or over it says so, and leads to the quiz', async () => {
    room = liveRoom({ state: 'ON_AIR', isMuted: true, notice: '有人发了二维码。' });
    await open();
    expect(text('live-muted')).toBe('现在不能发言：有人发了二维码。');
    expect(document.getElementById('live-say')).toBeNull();
    room = liveRoom({ state: 'STOPPED', notice: '讲到了具体的证券。' });
    await open();
    await waitFor(() => expect(text('live-over')).toContain('这场直播已停止'));
    expect(text('live-over')).toContain('讲到了具体的证券。');
    expect(document.querySelector('video')).toBeNull();
    room = liveRoom({ state: 'ENDED' }, { quizLessonId: liveId, watchedMinutes: 42, isAttended: true });
    await open();
    await waitFor(() => expect(text('live-over')).toContain('您看了 42 分钟'));
    press('live-quiz');
    expect(phone.routes).toEqual([`/lesson/quiz/index?lessonId=${liveId}`]);
  });

  it('F-04 F-10 one of Channels is reserved in WeChat, and a browser says that it cannot', async () => {
    const channels = { finderUserName: 'sphSandbox1', noticeId: 'n1' };
    room = liveRoom({}, { channels, watchedMinutes: null });
    await open();
    expect(text('live-in-wechat')).toContain('请在微信里打开');
    room = liveRoom({ state: 'ON_AIR' }, { channels, streamUrl: null, watchedMinutes: null });
    await open();
    expect(text('live-in-wechat')).toContain('请在微信里打开');
    expect(document.getElementById('live-player')).toBeNull();

    const before = process.env['TARO_ENV'];
    Object.assign(process.env, { TARO_ENV: 'weapp' });
    ['getChannelsLiveNoticeInfo', 'reserveChannelsLive', 'openChannelsLive'].forEach((name) =>
      phone.known.add(name),
    );
    const asked: object[] = [];
    const answer = (options: WeChatEnd): void => {
      asked.push(options);
      options.success?.();
    };
    Object.assign(globalThis, { wx: { reserveChannelsLive: answer, openChannelsLive: answer } });
    await open();
    press('live-open-channels');
    await waitFor(() => expect(asked).toEqual([expect.objectContaining({ finderUserName: 'sphSandbox1' })]));
    room = liveRoom({}, { channels, watchedMinutes: null });
    await open();
    press('live-reserve');
    await waitFor(() => expect(document.getElementById('live-withdraw')).not.toBeNull());
    expect(asked[1]).toMatchObject({ noticeId: 'n1' });
    Object.assign(process.env, { TARO_ENV: before });
    Reflect.deleteProperty(globalThis, 'wx');
  });

  it('F-04 words that were taken back go from the screen, but the own ones stay marked', () => {
    const shown = joinChats(null, [liveChat(1), liveChat(2, { isMine: true })]);
    expect(shown.map(({ seq }) => seq)).toEqual([2, 1]);
    const taken = joinChats(shown, [
      liveChat(1, { text: '', state: 'REFUSED' }),
      liveChat(2, { text: '', state: 'REFUSED', isMine: true }),
    ]);
    expect(taken).toEqual([{ ...liveChat(2), isMine: true, state: 'REFUSED' }]);
    expect(joinChats(taken, [])).toBe(taken);
    const many = Array.from({ length: 50 }, (_, n) => liveChat(n));
    expect(joinChats(null, many)).toHaveLength(30);
  });
});
