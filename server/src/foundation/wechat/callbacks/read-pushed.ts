import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/** What a platform tells, by its own field names. */
export type Facts = Readonly<Record<string, unknown>>;

const Facts = z.record(z.string(), z.unknown());
const DEPTH_MAX = 8;
// Numbers stay text: an id of 19 digits would not survive being one. Entities are read as text, never expanded.
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  processEntities: false,
  maxNestedTags: DEPTH_MAX,
});

/** @returns null for what is neither XML with one root nor a JSON object */
export function readPushed(text: string): Facts | null {
  try {
    const isXml = text.trimStart().startsWith('<');
    const read: unknown = isXml ? Facts.parse(parser.parse(text))['xml'] : JSON.parse(text);
    const facts = Facts.safeParse(read);
    return facts.success ? facts.data : null;
  } catch {
    return null;
  }
}

/**
 * The entries of a list, which is an object where there is one and an array where there are several; in XML it hangs
 * below an element of its own.
 * @example listOf(facts, 'SubscribeMsgSentEvent')
 */
export function listOf(facts: Facts, wrapper: string): readonly Facts[] {
  const nested = Facts.safeParse(facts[wrapper]);
  const list = nested.success ? nested.data['List'] : facts['List'];
  return [list].flat().flatMap((entry) => {
    const read = Facts.safeParse(entry);
    return read.success ? [read.data] : [];
  });
}

/** A field as text; the platforms send some as numbers in JSON and as text in XML. */
export function textOf(facts: Facts, name: string): string | null {
  const value = facts[name];
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;
}
