/** Steps of space on the 4-point grid, in px. */
export const space = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 20, 6: 24, 8: 32 } as const;
/** Corner radii in px. */
export const radius = { card: 12, field: 8, chip: 999 } as const;
/** Type sizes in px. */
export const fontSizes = {
  note: 12,
  body: 14,
  lead: 16,
  title: 18,
  heading: 22,
  display: 28,
  reading: 17,
} as const;
export const fontFamily = '"PingFang SC", "Noto Sans CJK SC", system-ui, sans-serif';
/** Motion in ms, ease-out. */
export const motion = { quick: 160, calm: 240 } as const;
