/** Two bytes that say what it is, at least eight of padding, and a zero before the content. */
const CONTENT_FROM_MIN = 11;

/** What came out of the private key is no block of PKCS#1 v1.5. It does not say why: the why is what attackers ask for. */
export class PaddingError extends Error {
  constructor() {
    super('no padding of PKCS#1 v1.5');
    this.name = 'PaddingError';
  }
}

/**
 * Takes the padding of PKCS#1 v1.5 off a block that was deciphered without looking at it, as Node does no longer
 * (CVE-2023-46809). Every byte is looked at whatever the block is, and there is one error for all that may be wrong.
 * @throws {PaddingError}
 * @example
 * stripPadding(Buffer.from([0, 2, 1, 1, 1, 1, 1, 1, 1, 1, 0, 65])) // => Buffer of 'A'
 */
export function stripPadding(block: Uint8Array): Uint8Array {
  let contentFrom = 0;
  let isUnseen = 1;
  for (let at = 2; at < block.length; at += 1) {
    const isZero = Number(block[at] === 0);
    contentFrom += (at + 1) * isZero * isUnseen;
    isUnseen *= 1 - isZero;
  }
  const isRight =
    Number(block[0] === 0) * Number(block[1] === 2) * Number(contentFrom >= CONTENT_FROM_MIN) === 1;
  if (!isRight) throw new PaddingError();
  return block.subarray(contentFrom);
}
