const SHOWN = 4;

/**
 * The end of an id, enough for its owner to tell two apart; a short one shows nothing.
 * @example
 * maskedId('core-8812') // => '****8812'
 */
export function maskedId(id: string): string {
  return `****${id.length > 2 * SHOWN ? id.slice(-SHOWN) : ''}`;
}
