import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { LiveRow } from '../../pages/home/live-row';
import { dropCached } from '../../reading/cached';
import { session } from '../../session/session';
import { learner } from '../../testing/lesson';
import { liveCard, liveId } from '../../testing/live';
import { phone } from '../../testing/taro';
import LivesPage from './index';

const press = (id: string): void => {
  fireEvent.click(document.getElementById(id) ?? document.body);
};

describe('the lists of lives', () => {
  beforeEach(() => {
    phone.reset();
    dropCached();
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);

  it('F-04 F-10 what comes and what is over stand apart, each live a press from its room', async () => {
    phone.answer = ({ url }) => ({
      statusCode: 200,
      data: {
        lives: url.includes('list=PAST') ? [] : [liveCard({ state: 'ON_AIR', isReserved: true })],
        nextCursor: null,
      },
    });
    render(<LivesPage />);
    await waitFor(() => screen.getByText('正在直播'));
    expect(screen.getByText('已预约')).toBeTruthy();
    press(`live-${liveId}`);
    expect(phone.routes).toEqual([`/live/watch/index?liveId=${liveId}`]);
    press('lives-PAST');
    await waitFor(() => screen.getByText('还没有预约过或看过直播'));
  });

  it('F-04 F-10 home has one quiet row for the next live, and none without one', () => {
    render(<LiveRow live={liveCard()} />);
    screen.getByText('12月10日 20:00 直播');
    press('home-live');
    expect(phone.routes).toEqual([`/live/watch/index?liveId=${liveId}`]);
    cleanup();
    render(<LiveRow live={null} />);
    expect(document.getElementById('home-live')).toBeNull();
  });
});
