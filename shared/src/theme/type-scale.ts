/** Sizes of text in CSS pixels, by what they are for. */
export const textSizes = {
  small: 12,
  body: 14,
  normal: 16,
  reading: 17,
  title: 18,
  heading: 22,
  display: 28,
} as const;
export type TextSizeName = keyof typeof textSizes;

/** How much the large-text mode of the phone enlarges text. */
export const LARGE_TEXT_SCALE = 1.25;

/** Smallest side of anything that can be touched, in CSS pixels. */
export const touchTargets = { normal: 44, large: 48 } as const;

export const fontFamily =
  '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, -apple-system, "Microsoft YaHei", sans-serif';
