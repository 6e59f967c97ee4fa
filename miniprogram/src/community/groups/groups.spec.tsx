import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { dropCached } from '../../reading/cached';
import { session } from '../../session/session';
import { learner } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import GroupsPage from './index';

const groupId = '019ab000-0000-7000-8000-0000000000c1';
const group = {
  groupId,
  name: '思语投教一群',
  ownerName: '沈知行',
  ownerRegistrationNo: null,
  memberCount: 386,
};
const press = (id: string): void => {
  fireEvent.click(document.getElementById(id) ?? document.body);
};

describe('my groups', () => {
  beforeEach(() => {
    phone.reset();
    dropCached();
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);

  it('E-08 lists the groups that the member is tied to, each a press from its page', async () => {
    const other = { ...group, groupId: `${groupId.slice(0, -1)}2`, name: '思语投教二群', ownerName: null };
    phone.answer = () => ({ statusCode: 200, data: { groups: [group, other] } });
    render(<GroupsPage />);
    await waitFor(() => screen.getByText('负责人 沈知行 · 386 人'));
    expect(screen.getByText('386 人')).toBeTruthy();
    press(`group-${groupId}`);
    expect(phone.routes).toEqual([`/community/group/index?groupId=${groupId}`]);
  });

  it('E-08 without a group it says how one comes here, and leads on', async () => {
    phone.answer = () => ({ statusCode: 200, data: { groups: [] } });
    render(<GroupsPage />);
    await waitFor(() => screen.getByText('还没有社群'));
    press('groups-to-school');
    expect(phone.routes).toEqual(['/pages/school/index']);
  });
});
