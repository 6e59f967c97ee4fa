/** What the second reader learned; written by `tools/train-wording.ts`, never by hand. */
export interface Trained {
  /** Of the sentences it learned from. */
  readonly sha256: string;
  readonly bias: number;
  /** What one unit of a packed weight is worth. */
  readonly step: number;
  /** Towards a fault or towards innocence, packed. */
  readonly weights: string;
  /** By fault, in the order of the dictionary: which of the four a faulty sentence has. */
  readonly faults: readonly { readonly bias: number; readonly step: number }[];
  readonly faultWeights: string;
}

/** Weights by the code of what they weigh; several to a code where there are several questions. */
export interface Weights {
  readonly codes: readonly number[];
  /** `codes.length * width` whole numbers from -127 to 127. */
  readonly values: readonly number[];
}

/**
 * Weights in as few letters as possible: sorted codes by the step to the next one, seven bits to a byte, and the values
 * as bytes, in base64.
 */
export function packWeights({ codes, values }: Weights, width: number): string {
  const order = codes.map((_, at) => at).sort((one, other) => (codes[one] ?? 0) - (codes[other] ?? 0));
  const bytes: number[] = [];
  let before = 0;
  for (const at of order) {
    let step = (codes[at] ?? 0) - before;
    before = codes[at] ?? 0;
    while (step >= 0x80) {
      bytes.push((step & 0x7f) | 0x80);
      step >>>= 7;
    }
    bytes.push(step);
    for (let each = 0; each < width; each += 1) bytes.push((values[at * width + each] ?? 0) & 0xff);
  }
  return Buffer.from(bytes).toString('base64');
}

/** What `packWeights` packed. */
export function unpackWeights(packed: string, width: number): Weights {
  const bytes = Buffer.from(packed, 'base64');
  const codes: number[] = [];
  const values: number[] = [];
  let code = 0;
  let at = 0;
  while (at < bytes.length) {
    let step = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      step |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    code += step;
    codes.push(code);
    for (let each = 0; each < width; each += 1) values.push(bytes.readInt8(at + each));
    at += width;
  }
  return { codes, values };
}
