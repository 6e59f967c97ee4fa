import { describe, expect, it } from '@jest/globals';
import { DwellClock } from './dwell-clock';
import { minutesLeft } from './minutes-left';
import { canFinish, hasSeenEnd, readOn, readPercent } from './read-percent';

describe('reading progress', () => {
  it('counts the share of the text that has been on the screen', () => {
    expect(readPercent({ top: 200, height: 2000, windowHeight: 800 })).toBe(30);
    expect(readPercent({ top: -1000, height: 2000, windowHeight: 800 })).toBe(90);
    expect(readPercent({ top: -5000, height: 2000, windowHeight: 800 })).toBe(100);
    expect(readPercent({ top: 900, height: 2000, windowHeight: 800 })).toBe(0);
  });

  it('sees nothing of a text that has not been drawn', () => {
    expect(readPercent({ top: 0, height: 0, windowHeight: 800 })).toBe(0);
    expect(hasSeenEnd({ top: 0, height: 0, windowHeight: 800 })).toBe(false);
  });

  it('only grows: going back unreads nothing', () => {
    const far = readOn(
      { percent: 0, hasSeenLastParagraph: false },
      { top: -1200, height: 2000, windowHeight: 800 },
    );
    expect(far).toEqual({ percent: 100, hasSeenLastParagraph: true });
    expect(readOn(far, { top: 200, height: 2000, windowHeight: 800 })).toBe(far);
  });

  it('A-10 a lesson can be finished at 90 % with its last paragraph seen, and not before', () => {
    expect(canFinish({ percent: 90, hasSeenLastParagraph: true })).toBe(true);
    expect(canFinish({ percent: 89, hasSeenLastParagraph: true })).toBe(false);
    expect(canFinish({ percent: 100, hasSeenLastParagraph: false })).toBe(false);
  });

  it('says how many minutes are left, at least one', () => {
    expect(minutesLeft({ minutes: 5, readPercent: 60 })).toBe(2);
    expect(minutesLeft({ minutes: 5, readPercent: 100 })).toBe(1);
  });
});

describe('dwell clock', () => {
  it('counts seconds in view and hands them out once', () => {
    let now = 0;
    const clock = new DwellClock(5000, () => now);
    clock.begin();
    now = 4600;
    clock.step();
    expect(clock.takeSeconds()).toBe(4);
    now = 5000;
    clock.end();
    expect(clock.takeSeconds()).toBe(1);
    expect(clock.takeSeconds()).toBe(0);
  });

  it('does not take a sleeping phone for a reader, nor a clock set back for negative time', () => {
    let now = 0;
    const clock = new DwellClock(5000, () => now);
    clock.begin();
    now = 3_600_000;
    clock.step();
    now = 0;
    clock.end();
    expect(clock.takeSeconds()).toBe(10);
  });

  it('counts nothing while the lesson is out of view', () => {
    let now = 0;
    const clock = new DwellClock(5000, () => now);
    now = 9000;
    clock.step();
    expect(clock.takeSeconds()).toBe(0);
  });
});
