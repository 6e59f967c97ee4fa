import { beforeEach, describe, expect, it } from '@jest/globals';
import { phone } from '../testing/taro';
import { changePreferences, preferences, readPreferences } from './preferences';

describe('large text', () => {
  beforeEach(() => {
    phone.reset();
  });

  it.each([
    [{ fontSizeScaleFactor: 1, fontSizeSetting: 17 }, false],
    [{ fontSizeScaleFactor: 1.25, fontSizeSetting: 17 }, true],
    [{ fontSizeSetting: 16 }, false],
    [{ fontSizeSetting: 21 }, true],
    [{}, false],
  ])("D-03 follows WeChat's own setting at first: %j", (info, isLarge) => {
    phone.baseInfo = info;
    expect(readPreferences().isLargeText).toBe(isLarge);
  });

  it('D-03 what was chosen here stays, whatever WeChat is set to', () => {
    phone.baseInfo = { fontSizeScaleFactor: 1.4 };
    changePreferences({ readingSize: 'larger' });
    expect(readPreferences()).toEqual({ isLargeText: true, readingSize: 'larger' });
    changePreferences({ isLargeText: false });
    expect(preferences.get().isLargeText).toBe(false);
    expect(readPreferences()).toEqual({ isLargeText: false, readingSize: 'larger' });
    phone.baseInfo = { fontSizeScaleFactor: 1 };
    expect(readPreferences()).toEqual({ isLargeText: false, readingSize: 'larger' });
  });
});
