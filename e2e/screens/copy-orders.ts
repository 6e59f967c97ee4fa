import type { CopyOrder, CopyOrders } from '@siyu/shared/contracts/privacy';

const order = (no: number, change: Partial<CopyOrder>): CopyOrder => ({
  orderId: `019ab000-0000-7000-8000-0000000003${no}0`,
  format: 'CSV',
  state: 'DONE',
  requestedAt: '2026-11-29T02:05:00.000Z',
  percent: 100,
  bytes: 48_213,
  expiresAt: '2026-12-06T02:05:09.000Z',
  ...change,
});

/** Files of every sort a member may see: on its way, ready, and gone. */
export const COPY_ORDERS: CopyOrders = {
  orders: [
    order(3, { format: 'JSON', state: 'RUNNING', percent: 40, bytes: null, expiresAt: null }),
    order(2, {}),
    order(1, { state: 'EXPIRED', requestedAt: '2026-11-12T08:30:00.000Z' }),
  ],
};
