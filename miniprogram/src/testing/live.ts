import type { LiveCard, LiveChat, LiveNow, LiveRoom } from '@siyu/shared/contracts/live';

export const liveId = '019ab000-0000-7000-8000-0000000000e1';

export const liveCard = (more: Partial<LiveCard> = {}): LiveCard => ({
  liveId,
  title: '怎样读懂一份基金季报',
  summary: '用一份季报，看懂规模、持仓和费用。',
  label: 'education',
  platform: 'own',
  startsAt: '2026-12-10T12:00:00.000Z',
  endsAt: '2026-12-10T13:00:00.000Z',
  state: 'ANNOUNCED',
  hostName: '沈知行',
  hostRegistrationNo: 'S0260519080001',
  isReserved: false,
  ...more,
});

export const liveRoom = (now: Partial<LiveNow> = {}, more: Partial<LiveRoom> = {}): LiveRoom => {
  const state = now.state ?? 'ANNOUNCED';
  return {
    card: liveCard({ state }),
    now: { state, isMuted: false, notice: null, ...now },
    firmName: '思语证券',
    riskNote: '市场有风险，投资需谨慎。',
    basis: null,
    streamUrl: state === 'ON_AIR' ? 'https://live.example/sample.webm' : null,
    channels: null,
    quizLessonId: null,
    watchedMinutes: 0,
    isAttended: false,
    ...more,
  };
};

export const liveChat = (n: number, more: Partial<LiveChat> = {}): LiveChat => ({
  chatId: `019ab000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`,
  seq: n,
  text: `第 ${n} 句话`,
  maskedName: '王**',
  isMine: false,
  state: 'SHOWN',
  sentAt: new Date(Date.UTC(2026, 11, 10, 12, 0, n)).toISOString(),
  ...more,
});
