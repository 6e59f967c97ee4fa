import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { session } from '../../session/session';
import { learner } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import StatementPage from './index';

const at = '2026-11-24T02:00:00.000Z';
const row = { moved: 0, what: null, why: null, availableAfter: 45, pendingAfter: 0, at };

describe('the statement of points on the phone', () => {
  let rows: readonly object[];
  beforeEach(() => {
    phone.reset();
    phone.answer = () => ({ statusCode: 200, data: { rows, total: rows.length, nextCursor: null } });
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);

  it('G-05 G-09 a member reads what, why and the balance after it, and where to begin while there is nothing', async () => {
    rows = [
      { ...row, postingNo: 3, kind: 'REDEEMED', change: -60, what: '看懂基金季报' },
      { ...row, postingNo: 2, kind: 'RELEASED', change: 0, moved: 25, what: '通过小测', pendingAfter: 5 },
      { ...row, postingNo: 1, kind: 'EARNED', change: 30, what: '本周第三课', why: '谢谢您坚持学习' },
    ];
    render(<StatementPage />);
    await waitFor(() => screen.getByText('-60'));
    screen.getByText('兑换');
    screen.getByText('积分可以使用了');
    screen.getByText('25');
    screen.getByText('+30');
    screen.getByText('谢谢您坚持学习');
    expect(screen.getAllByText(/可用 45 分/)).toHaveLength(3);
    expect(screen.getAllByText(/待生效 5 分/)).toHaveLength(1);
    cleanup();
    rows = [];
    render(<StatementPage />);
    await waitFor(() => screen.getByText('还没有积分记录'));
  });
});
