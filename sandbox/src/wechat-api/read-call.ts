import { z } from 'zod';
import { refuse, type Answer } from './answers.ts';

export type Query = Readonly<Record<string, string | undefined>>;
export type Body = Readonly<Record<string, unknown>>;

const Parameters = z.record(z.string(), z.string().min(1).optional().catch(undefined));
const BodyObject = z.record(z.string(), z.unknown());

/** The query as WeChat reads it: a repeated or empty parameter counts as missing. */
export function readQuery(query: unknown): Query {
  return Parameters.parse(query);
}

/** The body as WeChat reads it, whatever its content type says: an object of JSON or a refusal. */
export function readBody(raw: unknown): { readonly body: Body } | { readonly refusal: Answer } {
  const text = Buffer.isBuffer(raw) ? raw.toString('utf8') : '';
  if (text === '') return { refusal: refuse(44002, 'empty post data') };
  try {
    const parsed = BodyObject.safeParse(JSON.parse(text));
    if (parsed.success) return { body: parsed.data };
  } catch {
    // Falls through: no JSON is answered as JSON of the wrong kind is.
  }
  return { refusal: refuse(47001, 'data format error') };
}
