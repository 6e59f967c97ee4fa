/**
 * The colours of Siyu by name (look.md); hexadecimal values live here and nowhere else.
 * `up` and `down` follow the Chinese market: red rises, green falls; neither is ever the only sign.
 */
export const colours = {
  ink: '#12355B',
  inkHover: '#1B4A7D',
  inkTint: '#EAF0F7',
  gold: '#B8893B',
  goldText: '#8A6420',
  goldTint: '#F7F0E3',
  up: '#C42B24',
  down: '#1F7A4A',
  success: '#1F7A4A',
  successTint: '#EEF7F1',
  warning: '#9A5B00',
  warningTint: '#FBF3E6',
  error: '#C62828',
  errorTint: '#FCEFEF',
  info: '#2F6FB3',
  text: '#1A1F29',
  textSecond: '#4E5765',
  textThird: '#646D7B',
  ground: '#F5F6F8',
  card: '#FFFFFF',
  line: '#E6E9ED',
  /** Outline of something that waits: an empty station of the path, a switch that is off. */
  outline: '#8A93A0',
  onInk: '#FFFFFF',
} as const;
export type ColourName = keyof typeof colours;
