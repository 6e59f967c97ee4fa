import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '../../session/session';
import { phone } from '../../testing/taro';
import VerifyPage from './index';

const runtime = {
  firmName: '示例证券',
  licenceNo: 'Z12345678',
  complaintPhone: '95000',
  sandboxPhoneUrl: null,
};
const adviser = {
  kind: 'adviser',
  name: '沈*',
  registrationNo: 'S0260519080001',
  branchName: '天河营业部',
  ownerName: null,
  publishedOn: null,
  platform: null,
  isRetired: false,
};
const text = (id: string): string => document.getElementById(id)?.textContent ?? '';
const press = (id: string): void => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  fireEvent.click(found);
};

describe('checking whether something is of the firm', () => {
  let answer: object;
  beforeEach(() => {
    phone.reset();
    phone.answer = ({ url }) =>
      url === '/v1/verification/checks' ? { statusCode: 200, data: answer } : { statusCode: 204 };
    act(() => {
      session.set((before) => ({ ...before, phase: 'no-wechat', member: null, runtime }));
    });
  });
  afterEach(cleanup);
  const ask = (value: string): void => {
    fireEvent.change(screen.getByLabelText('要核对的内容'), { target: { value } });
    press('verify-check');
  };

  it('E-13 shows to somebody who has not entered what an adviser of the firm is', async () => {
    answer = { outcome: 'ours', cards: [adviser] };
    render(<VerifyPage />);
    ask(' S0260519080001 ');
    await waitFor(() => expect(text('verify-outcome')).toContain('是本公司'));
    expect(text('verify-outcome')).toMatch(/沈\*.*S0260519080001.*天河营业部/);
    expect(phone.requests[0]?.data).toEqual({ text: 'S0260519080001' });
    expect(phone.routes).toEqual([]);
  });

  it('E-09 says of a code of ours on which account it stands, and that it is out of use', async () => {
    const poster = {
      ...adviser,
      kind: 'placement',
      name: '总部大厅',
      registrationNo: null,
      platform: 'HALL',
    };
    answer = { outcome: 'ours', cards: [{ ...poster, isRetired: true }] };
    render(<VerifyPage />);
    ask('pages/home/index?scene=k%3D0123456789');
    await waitFor(() =>
      expect(text('verify-outcome')).toMatch(/推广码.*总部大厅.*平台.*营业厅.*状态.*已停用/),
    );
  });

  it('E-13 warns of what is not found, gives the number of the firm, and reports once however often it is pressed', async () => {
    answer = { outcome: 'not_found', cards: [] };
    render(<VerifyPage />);
    ask('假投顾');
    await waitFor(() => expect(text('verify-outcome')).toContain('未查到，请勿转账'));
    expect(text('verify-call')).toContain('95000');
    let isLost = true;
    phone.answer = () => {
      if (!isLost) return { statusCode: 204 };
      isLost = false;
      throw new Error('no network');
    };
    press('report-send');
    await waitFor(() => expect(text('report')).toContain('网络'));
    press('report-send');
    await waitFor(() => expect(text('report-done')).toContain('已收到'));
    const [, first, second] = phone.requests.map(({ data }) => data);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ checkedText: '假投顾', text: '' });
  });

  it('E-13 asks at once for the code it was opened with, and tells a slip from a stranger', async () => {
    answer = { outcome: 'mistyped', cards: [] };
    phone.params = { code: 'K7M2-P9QX' };
    render(<VerifyPage />);
    await waitFor(() => expect(text('verify-outcome')).toContain('输错了一个字'));
    expect(phone.requests[0]?.data).toEqual({ text: 'K7M2-P9QX' });
  });

  it('E-13 sends screenshots before the report that names them, once, and again when they were kept no more', async () => {
    render(<VerifyPage />);
    phone.album = ['a.png', 'b.png', 'c.png', 'd.png'];
    press('report-add');
    await waitFor(() => expect(document.getElementById('report-remove-2')).not.toBeNull());
    expect(document.getElementById('report-add')).toBeNull();
    press('report-remove-1');
    await waitFor(() => expect(document.getElementById('report-add')).not.toBeNull());
    const answers = [
      { statusCode: 201, data: { pictureId: 'first' } },
      { statusCode: 413, data: { code: 'files.too_large' } },
      { statusCode: 201, data: { pictureId: 'second' } },
      { statusCode: 409, data: { code: 'verification.picture_gone' } },
      { statusCode: 201, data: { pictureId: 'third' } },
      { statusCode: 201, data: { pictureId: 'fourth' } },
    ];
    phone.answer = () => answers.shift() ?? { statusCode: 204 };
    press('report-send');
    await waitFor(() => expect(text('report')).toContain('超过了大小上限'));
    press('report-send');
    await waitFor(() => expect(text('report')).toContain('重新选择图片'));
    expect(phone.uploads).toEqual(['a.png', 'c.png', 'c.png']);
    press('report-send');
    await waitFor(() => expect(text('report-done')).toContain('已收到'));
    expect(phone.uploads.slice(3)).toEqual(['a.png', 'c.png']);
    expect(phone.requests.map(({ data }) => data)).toMatchObject([
      { pictureIds: ['first', 'second'] },
      { pictureIds: ['third', 'fourth'] },
    ]);
  });

  it('E-13 whoever picks no picture, and whose picture is refused, goes on without one', async () => {
    render(<VerifyPage />);
    press('report-add');
    await waitFor(() => expect(document.getElementById('report-remove-0')).toBeNull());
    phone.album = ['a.gif'];
    press('report-add');
    await waitFor(() => expect(document.getElementById('report-remove-0')).not.toBeNull());
    phone.answer = ({ url }) =>
      url.endsWith('report-pictures')
        ? { statusCode: 415, data: { code: 'verification.picture_unreadable' } }
        : { statusCode: 204 };
    press('report-send');
    await waitFor(() => expect(text('report')).toContain('PNG、JPEG 或 WebP'));
    press('report-remove-0');
    press('report-send');
    await waitFor(() => expect(text('report-done')).toContain('已收到'));
    expect(phone.requests.map(({ data }) => data)).toMatchObject([{ pictureIds: [] }]);
  });
});
