/** Distances in CSS pixels on a grid of four. */
export const space = { page: 16, card: 16, betweenCards: 12 } as const;
/** Corner radii in CSS pixels. */
export const radii = { card: 12, field: 8, chip: 999 } as const;
/** Length of a movement in milliseconds, and its curve. */
export const motion = { quickMs: 160, calmMs: 240, curve: 'ease-out' } as const;
