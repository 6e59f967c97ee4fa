/** Every colour of Siyu by its use; the only place where a colour is written down. */
export const colors = {
  ink: '#12355B',
  inkHover: '#1B4A7D',
  inkTint: '#EAF0F7',
  /** Graphics only; text on or beside it takes goldText. */
  gold: '#B8893B',
  goldText: '#8A6420',
  goldTint: '#F7F0E3',
  /** Red up, green down; never the only sign. */
  up: '#C42B24',
  down: '#1F7A4A',
  success: '#1F7A4A',
  warning: '#9A5B00',
  error: '#C62828',
  info: '#2F6FB3',
  text: '#1A1F29',
  textSecond: '#4E5765',
  textThird: '#646D7B',
  ground: '#F5F6F8',
  card: '#FFFFFF',
  line: '#E6E9ED',
} as const;
export type ColorName = keyof typeof colors;
