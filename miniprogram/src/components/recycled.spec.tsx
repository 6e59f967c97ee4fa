import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, render } from '@testing-library/react';
import { changePreferences } from '../phone/preferences';
import { phone } from '../testing/taro';
import { Recycled } from './recycled';

const list = (count: number) => (
  <Recycled
    id="list"
    items={Array.from({ length: count }, (_, index) => `entry ${index}`)}
    keyOf={(entry) => entry}
    render={(entry) => <p key={entry}>{entry}</p>}
  />
);
const part = (start: number): HTMLElement | null => document.getElementById(`list-${start}`);
const built = (): number => document.querySelectorAll('p').length;
/** The screen shows 0 to 600, a screen above and below it is near. */
const see = (start: number, top: number, bottom: number): void => {
  act(() => {
    phone.watched.get(`#list-${start}`)?.({
      boundingClientRect: { top, bottom },
      relativeRect: { top: -600, bottom: 1200 },
    });
  });
};

describe('a recycled list', () => {
  beforeEach(() => phone.reset());
  afterEach(() => {
    act(() => {
      changePreferences({ isLargeText: false });
    });
    cleanup();
  });

  it('D-08 recycled: up to 40 entries stay as they are', () => {
    render(list(40));
    expect(built()).toBe(40);
    expect(phone.watched.size).toBe(0);
  });

  it('D-08 recycled: of 50 entries what goes far leaves its height behind, and is built again when it comes near', () => {
    render(list(50));
    expect(built()).toBe(50);
    see(30, 4_500, 6_012.5);
    expect(built()).toBe(40);
    expect(part(30)?.dataset['style']).toBe('height: 1512.5px');
    see(30, 1_200, 2_712.5);
    expect(built()).toBe(50);
    expect(part(30)?.dataset['style']).toBeUndefined();
  });

  it('D-08 recycled: nothing is taken from a page that is not shown', () => {
    render(list(50));
    see(30, 0, 0);
    see(40, -5_000, -5_000);
    expect(built()).toBe(50);
  });

  it('D-08 recycled: a height holds for its content in its size of text only', () => {
    const { rerender } = render(list(45));
    see(40, 6_000, 6_750);
    see(30, 4_500, 6_000);
    expect(built()).toBe(30);
    rerender(list(50));
    expect(built()).toBe(40);
    act(() => {
      changePreferences({ isLargeText: true });
    });
    expect(built()).toBe(50);
    see(30, 5_400, 7_200);
    expect(part(30)?.dataset['style']).toBe('height: 1800px');
  });
});
