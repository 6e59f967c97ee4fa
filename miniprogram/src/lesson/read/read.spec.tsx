import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { dropCached } from '../../reading/cached';
import { session } from '../../session/session';
import { learner, lesson } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import ReadPage from './index';

const LESSONS = 40;
const idOf = (number: number): string => lesson.lessonId.slice(0, -2) + String(number).padStart(2, '0');

describe('a lesson without a network', () => {
  beforeEach(() => {
    phone.reset();
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);

  const online = (): void => {
    phone.answer = ({ url }) => {
      const lessonId = /^\/v1\/lessons\/([0-9a-f-]+)$/.exec(url)?.[1];
      return lessonId === undefined
        ? { statusCode: 200, data: { verdicts: [] } }
        : { statusCode: 200, data: { ...lesson, lessonId, title: `课 ${lessonId}` } };
    };
  };
  const offline = (): void => {
    phone.answer = () => {
      throw new Error('request:fail');
    };
  };
  const open = async (lessonId: string): Promise<void> => {
    cleanup();
    phone.params = { lessonId };
    render(<ReadPage />);
    await waitFor(() => screen.getByText(`课 ${lessonId}`));
  };

  it('D-03 each of forty lessons that were opened can be read again, and says that it is a copy', async () => {
    online();
    for (let number = 0; number < LESSONS; number++) await open(idOf(number));
    offline();
    for (const number of [0, 17, LESSONS - 1]) {
      await open(idOf(number));
      expect(screen.getByText(lesson.riskNote)).toBeTruthy();
      expect(screen.getByText('现在没有网络，这是上次保存在手机上的内容。')).toBeTruthy();
    }
  });

  it('D-03 one that was never opened says that there is no network and offers another try', async () => {
    dropCached();
    offline();
    phone.params = { lessonId: lesson.lessonId };
    render(<ReadPage />);
    await waitFor(() => screen.getByText('网络连接不上，请检查网络后再试。'));
    expect(document.getElementById('retry')).not.toBeNull();
  });
});
