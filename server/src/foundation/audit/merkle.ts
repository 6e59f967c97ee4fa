import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** Hash of one leaf: RFC 6962 puts 0x00 before leaves and 0x01 before nodes, so neither can pass for the other. */
export function leafHash(content: string): Buffer {
  return createHash('sha256').update(LEAF).update(content, 'utf8').digest();
}

/**
 * Merkle tree hash of RFC 6962 §2.1 over leaf hashes: the left subtree is the largest full one, so no leaf is
 * duplicated and two lists never share a root.
 * @throws {RangeError} for an empty list: an empty batch is never sealed.
 * @example
 * merkleRoot([leafHash('a')]).equals(leafHash('a')) // => true
 */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) throw new RangeError('a Merkle root needs at least one leaf');
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return createHash('sha256')
    .update(NODE)
    .update(merkleRoot(leaves.slice(0, split)))
    .update(merkleRoot(leaves.slice(split)))
    .digest();
}
