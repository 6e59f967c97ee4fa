import { describe, expect, it } from '@jest/globals';
import { contrastRatio } from '@siyu/shared/theme';
import { antTheme } from './ant-theme.ts';

describe('D-07 the theme of the console', () => {
  const { colorText, colorTextDisabled, colorBgContainer, colorBgContainerDisabled } = antTheme.token ?? {};

  it('D-07 what cannot be pressed can be read, and looks unlike what can', () => {
    expect(contrastRatio(String(colorTextDisabled), String(colorBgContainerDisabled))).toBeGreaterThanOrEqual(
      4.5,
    );
    expect([colorTextDisabled, colorBgContainerDisabled]).not.toEqual([colorText, colorBgContainer]);
  });
});
