/** What somebody said to do with a security. */
export interface AdviceStance {
  /** Its six digits. */
  readonly security: string;
  readonly direction: 'BUY' | 'SELL';
}

const BUY = /买入|买进|加仓|建仓|抄底|上车|进场|满仓|看多|低吸/;
const SELL = /卖出|卖掉|减仓|清仓|离场|出货|止盈|止损|看空|高抛/;

/**
 * What a text says to do with the security it names by its code; null when it names none, or speaks both ways.
 * @example
 * adviceStance('600519 明天可以加仓') // => { security: '600519', direction: 'BUY' }
 */
export function adviceStance(text: string): AdviceStance | null {
  const plain = text.normalize('NFKC').replace(/(?<=\d)[\s.·-]+(?=\d)/g, '');
  const security = /(?<!\d)\d{6}(?!\d)/.exec(plain)?.[0];
  const buys = BUY.test(plain);
  if (security === undefined || buys === SELL.test(plain)) return null;
  return { security, direction: buys ? 'BUY' : 'SELL' };
}
