import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { lesson } from '../../testing/lesson';
import { Voice } from '../../testing/voice';
import { Listen } from './listen';

const texts = [lesson.title, ...lesson.paragraphs.map(({ text }) => text), '风险提示', lesson.riskNote];
const press = (word: string): void => {
  fireEvent.click(screen.getByText(word));
};

describe('听这一课', () => {
  let voice: Voice;
  let takeAway: () => void;
  beforeEach(() => {
    voice = new Voice();
    takeAway = voice.install();
  });
  afterEach(() => {
    cleanup();
    takeAway();
    jest.useRealTimers();
  });
  const hear = (): void => {
    act(() => {
      voice.begin();
      voice.finish();
    });
  };

  it('D-03 reads the lesson and its risk note aloud, from the first word to the last', () => {
    render(<Listen lesson={lesson} />);
    expect(voice.said).toEqual([]);
    press('听这一课');
    texts.forEach(hear);
    expect(voice.said).toEqual(texts);
    expect(screen.getByText('听这一课')).toBeTruthy();
  });

  it('D-03 pauses, and goes on with the paragraph it was in', () => {
    render(<Listen lesson={lesson} />);
    press('听这一课');
    hear();
    act(() => {
      voice.begin();
    });
    press('暂停朗读');
    expect(voice.cancelled).toBeGreaterThan(0);
    // What a silenced voice still tells changes nothing.
    hear();
    expect(voice.said).toEqual(texts.slice(0, 2));
    press('从这一段接着听');
    expect(voice.said).toEqual([...texts.slice(0, 2), texts[1]]);
  });

  it('D-03 falls silent when the lesson is left', () => {
    const { unmount } = render(<Listen lesson={lesson} />);
    press('听这一课');
    const before = voice.cancelled;
    unmount();
    expect(voice.cancelled).toBe(before + 1);
    voice.finish();
    expect(voice.said).toHaveLength(1);
  });

  it('D-03 says so when the voice fails, or never begins', () => {
    jest.useFakeTimers();
    render(<Listen lesson={lesson} />);
    press('听这一课');
    act(() => {
      voice.fail();
    });
    expect(screen.getByText(/朗读没有开始/)).toBeTruthy();
    press('听这一课');
    expect(screen.queryByText(/朗读没有开始/)).toBeNull();
    act(() => {
      jest.advanceTimersByTime(5_000);
    });
    expect(screen.getByText(/朗读没有开始/)).toBeTruthy();
  });

  it('D-03 where there is no voice it says so and offers no button', () => {
    takeAway();
    render(<Listen lesson={lesson} />);
    expect(screen.getByText(/这里没有朗读功能/)).toBeTruthy();
    expect(screen.queryByText('听这一课')).toBeNull();
  });
});
