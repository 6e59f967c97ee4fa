import { describe, expect, it } from '@jest/globals';
import { getMetadataArgsStorage } from 'typeorm';
import '../app.module.ts';
import { RETENTION_TABLE } from '../foundation/retention/index.ts';
import { ERASED_TABLES } from './closing-inventory.ts';

/** Tables of the table's lines, without the part of each. */
const linesOf = (table: string) =>
  RETENTION_TABLE.filter(({ tables }) => tables.some((each) => each.split('#')[0] === table));

describe('the retention table', () => {
  it('F-08 REQ-PI-6 has one line for every table of the schema, and names none that is not there', () => {
    const schema = getMetadataArgsStorage().tables.flatMap(({ name }) => name ?? []);
    expect(schema.length).toBeGreaterThan(80);
    expect(schema.filter((table) => linesOf(table).length === 0)).toEqual([]);
    const named = RETENTION_TABLE.flatMap(({ tables }) => tables);
    expect(new Set(named).size).toBe(named.length);
    // Two lines share a table only where both name their part of it.
    const shared = schema.filter((table) => linesOf(table).length > 1);
    expect(shared).toEqual(['engagement_events']);
    expect(named.map((each) => each.split('#')[0]).filter((table) => !schema.includes(table ?? ''))).toEqual(
      [],
    );
  });

  it('F-08 REQ-PI-5 what closing an account erases is on no line that the law keeps', () => {
    const ends = Object.keys(ERASED_TABLES).flatMap((table) => linesOf(table).map(({ end }) => end));
    expect(ends).toHaveLength(Object.keys(ERASED_TABLES).length);
    expect([...new Set(ends)].sort()).toEqual(['CLOSING', 'PASSING']);
  });
});
