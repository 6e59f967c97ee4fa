import type { PointsClosingRows, PointsStatement, PointsTotals } from '@siyu/shared/contracts/points';

/** What a learner's points did, for the picture of the statement. */
export const STATEMENT: PointsStatement = {
  rows: [
    {
      postingNo: 4,
      kind: 'REDEEMED',
      change: -60,
      moved: 0,
      what: '看懂基金季报（课程）',
      why: null,
      availableAfter: 45,
      pendingAfter: 30,
      at: '2026-11-23T09:12:00.000Z',
    },
    {
      postingNo: 3,
      kind: 'EARNED',
      change: 30,
      moved: 0,
      what: '本周第三课',
      why: '谢谢您坚持学习',
      availableAfter: 105,
      pendingAfter: 30,
      at: '2026-11-22T13:40:00.000Z',
    },
    {
      postingNo: 2,
      kind: 'RELEASED',
      change: 0,
      moved: 25,
      what: '通过小测',
      why: null,
      availableAfter: 105,
      pendingAfter: 0,
      at: '2026-11-20T01:00:00.000Z',
    },
    {
      postingNo: 1,
      kind: 'EXPIRED',
      change: -10,
      moved: 0,
      what: null,
      why: null,
      availableAfter: 80,
      pendingAfter: 25,
      at: '2026-11-18T16:01:00.000Z',
    },
  ],
  total: 4,
  nextCursor: null,
};

export const TOTALS: PointsTotals = {
  businessOn: '2026-11-24',
  waitingOn: null,
  outstanding: { on: '2026-11-23', points: 128_450, fen: 128_450 },
  days: [
    { on: '2026-10-26', points: 61_200, fen: 61_200 },
    { on: '2026-10-30', points: 74_880, fen: 74_880 },
    { on: '2026-11-02', points: 70_340, fen: 70_340 },
    { on: '2026-11-09', points: 96_010, fen: 96_010 },
    { on: '2026-11-14', points: 131_700, fen: 131_700 },
    { on: '2026-11-18', points: 119_260, fen: 119_260 },
    { on: '2026-11-23', points: 128_450, fen: 128_450 },
  ],
};

const line = (
  account: 'ISSUANCE' | 'PENDING' | 'AVAILABLE' | 'REDEEMED' | 'EXPIRED' | 'REVERSED',
  to: number,
) => ({
  account,
  openingPoints: 0,
  inPoints: Math.max(0, to),
  outPoints: Math.max(0, -to),
  closingPoints: to,
  openingFen: 0,
  inFen: Math.max(0, to),
  outFen: Math.max(0, -to),
  closingFen: to,
});

export const CLOSINGS: PointsClosingRows = {
  rows: [
    {
      month: '2026-10',
      closedAt: '2026-10-31T16:01:00.000Z',
      postings: 4_211,
      writtenOffPoints: 0,
      outstandingPoints: 96_300,
      outstandingFen: 96_300,
      sha256: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
      lines: [
        line('ISSUANCE', -121_000),
        line('PENDING', 8_300),
        line('AVAILABLE', 88_000),
        line('REDEEMED', 22_400),
        line('EXPIRED', 1_800),
        line('REVERSED', 500),
      ],
    },
  ],
  total: 1,
  nextCursor: null,
};
