import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { OwnComplaint } from '@siyu/shared/contracts/care';
import { deliver, startDelivery } from '../../queues/queues';
import { session } from '../../session/session';
import { phone } from '../../testing/taro';
import ComplainPage from '../complain/index';
import ComplaintsPage from './index';

const ID = '01900000-0000-7000-8000-00000000f007';
const member = {
  memberId: '01900000-0000-7000-8000-00000000f001',
  displayName: '晓',
  hasConsented: true,
  registeredOn: '2026-11-01',
  adviser: null,
  isAccountLinked: false,
  isPersonalised: true,
};
const runtime = { firmName: '示例证券', licenceNo: 'Z1', complaintPhone: '95000', sandboxPhoneUrl: null };
const answered: OwnComplaint = {
  complaintId: ID,
  complaintNo: 'TS20261124-0001',
  channel: 'APP',
  category: 'SERVICE',
  state: 'ANSWERED',
  text: '三天没有人回复',
  tradingPlan: null,
  pictures: 1,
  registeredAt: '2026-11-24T02:00:00.000Z',
  dueOn: null,
  appeal: null,
  answers: [{ outcome: 'PARTLY', text: '已核实', answeredAt: '2026-11-24T03:00:00.000Z' }],
  mayAppeal: true,
};
const press = (id: string): void => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  fireEvent.click(found);
};
const text = (id: string): string => document.getElementById(id)?.textContent ?? '';

describe('complaints on the phone', () => {
  let complaints: OwnComplaint[];
  let isOffline: boolean;
  beforeEach(() => {
    phone.reset();
    complaints = [answered];
    isOffline = false;
    phone.answer = ({ url, method, data }) => {
      if (isOffline) throw new Error('no network');
      if (url.endsWith('complaint-pictures')) return { statusCode: 201, data: { pictureId: ID } };
      if (url.endsWith('/appeal'))
        return { statusCode: 200, data: { ...answered, state: 'APPEALED', mayAppeal: false } };
      if (method === 'POST')
        return { statusCode: 200, data: { ...answered, ...Object(data), state: 'OPEN' } };
      return { statusCode: 200, data: { complaints, nextCursor: null } };
    };
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member, runtime }));
    });
  });
  afterEach(cleanup);

  it('F-07 shows number, state and answer, calls the firm, and appeals once with words', async () => {
    render(<ComplaintsPage />);
    await waitFor(() => expect(text(`complaint-${ID}`)).toContain('部分属实'));
    expect(text(`complaint-${ID}`)).toMatch(/已答复.*附图 1 张.*编号 TS20261124-0001.*已核实/);
    press('complaint-call');
    expect(phone.calls).toEqual(['95000']);
    press(`appeal-${ID}`);
    press(`appeal-send-${ID}`);
    expect(phone.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
    fireEvent.change(screen.getByLabelText('为什么不满意'), { target: { value: ' 没有说怎么改 ' } });
    press(`appeal-send-${ID}`);
    await waitFor(() => expect(text(`complaint-${ID}`)).toContain('复核待分派'));
    expect(phone.requests.at(-1)?.data).toEqual({ text: '没有说怎么改' });
    expect(document.getElementById(`appeal-${ID}`)).toBeNull();
  });

  it('F-07 a complaint without a network waits on the phone under one id; with pictures it stays on the page', async () => {
    startDelivery();
    isOffline = true;
    render(<ComplainPage />);
    press('category-SERVICE');
    fireEvent.change(screen.getByLabelText('发生了什么'), { target: { value: '三天没有人回复' } });
    phone.album = ['a.png'];
    press('complain-add');
    await waitFor(() => expect(document.getElementById('complain-remove-0')).not.toBeNull());
    press('complain-send');
    await waitFor(() => expect(text('complain-problem')).toContain('网络'));
    press('complain-remove-0');
    await waitFor(() => expect(document.getElementById('complain-remove-0')).toBeNull());
    press('complain-send');
    await waitFor(() => expect(phone.toasts).toEqual(['已保存在手机上，连上网络后自动提交。']));
    cleanup();
    render(<ComplaintsPage />);
    await waitFor(() => expect(text('complaints-waiting')).toContain('有 1 条还没送达'));
    isOffline = false;
    deliver();
    await waitFor(() => expect(document.getElementById('complaints-waiting')).toBeNull());
    const sent = phone.requests.flatMap(({ url, method, data }) =>
      method === 'POST' && url.endsWith('/v1/complaints') ? [data] : [],
    );
    expect(new Set(sent.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(sent[0]).toMatchObject({
      category: 'SERVICE',
      text: '三天没有人回复',
      tradingPlan: null,
      pictureIds: [],
    });
  });
});
