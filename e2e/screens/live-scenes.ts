import { liveDeskRoutes } from '@siyu/shared/contracts/live-desk.routes';
import { liveRoutes } from '@siyu/shared/contracts/live.routes';
import { CHATS, DESK_CHATS, LIVE_COURSE, LIVE_DETAILS, LIVE_ID, LIVE_ROWS, LIVES, ROOMS } from './lives.ts';
import type { Scene } from './scene.ts';
import { READER } from './world.ts';

/** The room of a live with what is said in it. */
const ROOM = /^\/v1\/lives\/[^/]+(\/chats)?$/;
const room = (name: string, title: string, shown: object, ready: string): Scene => ({
  name,
  title,
  surface: 'member',
  viewer: READER,
  path: () => `/app/#/live/watch/index?liveId=${LIVE_ID}`,
  ready,
  source: ROOM,
  full: (pathname) => (pathname.endsWith('/chats') ? { ...CHATS, ...shown } : shown),
  without: ['loading', 'error'],
});
/** A live at the desk with what is said in it. */
const DESK = /^\/v1\/console\/lives\/[^/]+(\/(chats|course))?$/;
const desk = (name: string, title: string, viewer: string, shown: object, ready: string): Scene => ({
  name,
  title,
  surface: 'console',
  viewer,
  path: () => `/console/lives/${LIVE_ID}`,
  ready,
  source: DESK,
  full: (pathname) => {
    if (pathname.endsWith('/course')) return LIVE_COURSE;
    return pathname.endsWith('/chats') ? DESK_CHATS : shown;
  },
  without: ['loading', 'error'],
});

/** Live sessions: what members see of them, and the desk. */
export const LIVE_SCENES: readonly Scene[] = [
  {
    name: 'lives',
    title: '直播',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/live/list/index',
    ready: '#lives-list',
    source: liveRoutes.listLives,
    full: () => LIVES,
    empty: { lives: [], nextCursor: null },
  },
  {
    name: 'home-live',
    title: '首页 · 正在直播',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/pages/home/index',
    ready: '#home-live',
    source: liveRoutes.listLives,
    full: () => LIVES,
    without: ['loading', 'error'],
  },
  {
    ...room('live-ahead', '直播间 · 预告', ROOMS.ahead, '#live-ahead'),
    // What the pictures show is nowhere but in them, so nothing is left to load.
    without: ['loading'],
  },
  room('live-on-air', '直播间 · 正在直播', ROOMS.onAir, '#live-chats'),
  room('live-muted', '直播间 · 禁言', ROOMS.muted, '#live-muted'),
  room('live-stopped', '直播间 · 已停止', ROOMS.stopped, '#live-over'),
  room('live-ended', '直播间 · 已结束', ROOMS.ended, '#live-quiz'),
  {
    name: 'console-lives',
    title: '运营台 · 直播',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/lives',
    ready: 'tbody tr.ant-table-row',
    source: liveDeskRoutes.listLiveRows,
    full: () => LIVE_ROWS,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    ...desk('console-live-plan', '运营台 · 直播方案', 'operator', LIVE_DETAILS.draft, '.editor-preview'),
    // What the pictures show is nowhere but in them, so nothing is left to load.
    without: ['loading'],
  },
  desk('console-live-on-air', '运营台 · 正在直播', 'compliance', LIVE_DETAILS.onAir, '.live-chats li'),
  desk('console-live-archived', '运营台 · 直播归档', 'operator', LIVE_DETAILS.archived, '.live-chats li'),
];
