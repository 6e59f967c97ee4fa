/** @example percentSaid(0.3) // => '30.0%' */
export const percentSaid = (share: number): string => `${(Math.abs(share) * 100).toFixed(1)}%`;

/** In percentage points, which are no percent. @example pointsSaid(-0.05) // => '少 5.0 个百分点' */
export function pointsSaid(difference: number): string {
  const said = (Math.abs(difference) * 100).toFixed(1);
  if (said === '0.0') return '不差';
  return `${difference > 0 ? '多' : '少'} ${said} 个百分点`;
}
