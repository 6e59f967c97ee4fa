import type { ValueTransformer } from 'typeorm';

/** BIGINT comes as text from one engine and as a number from the other; here it is always a safe integer. */
export const bigintTransformer: ValueTransformer = {
  to: (value: unknown) => {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      throw new RangeError(`${value} is no safe integer`);
    }
    return value;
  },
  from: (value: unknown) => {
    if (value === null || value === undefined) return value;
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError(`${number} is no safe integer`);
    return number;
  },
};

export const flagTransformer: ValueTransformer = {
  to: (value: unknown) => (typeof value === 'boolean' ? Number(value) : value),
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value) === 1),
};

const parseJson = (text: string): unknown => JSON.parse(text);

export const jsonTransformer: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: unknown) => (typeof value === 'string' ? parseJson(value) : value),
};
