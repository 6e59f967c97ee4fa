import type { HandoverRow } from '@siyu/shared/contracts/handovers';

const id = (nth: number): string => `01900000-0000-7000-8000-0000000000${nth}`;

/** One that WeCom has not wholly carried out. */
export const HANDED_OVER_ROWS: readonly HandoverRow[] = [
  {
    handoverId: id(51),
    leaver: { staffId: id(52), name: '季明远' },
    successor: { staffId: id(53), name: '沈知行' },
    actorName: '罗启明',
    reason: '本月底离职',
    state: 'DONE',
    members: 128,
    groups: 3,
    accounts: 2,
    contacts: 97,
    refusals: [{ what: 'CONTACT', code: 84061, many: 4 }],
    begunAt: '2026-11-27T02:10:00.000Z',
    endedAt: '2026-11-27T02:12:00.000Z',
  },
];
