import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { AccessCopy } from '../contracts/privacy.ts';
import { copyFieldNames } from './copy-fields.zh-CN.ts';

/** Names of all properties anywhere in a JSON schema. */
function propertiesOf(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(propertiesOf);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(z.record(z.string(), z.unknown()).parse(value)) : []),
    ...propertiesOf(value),
  ]);
}

describe('the fields of the copy', () => {
  it('F-08 REQ-PI-4 each has a name in Chinese, and a new one without fails here', () => {
    const fields = [...new Set(propertiesOf(z.toJSONSchema(AccessCopy)))];
    expect(fields.length).toBeGreaterThan(60);
    const unnamed = fields.filter((field) => field !== 'entries' && !(field in copyFieldNames));
    expect(unnamed).toEqual([]);
    expect(Object.values(copyFieldNames).filter((name) => !/[\u4e00-\u9fff]/.test(name))).toEqual([]);
  });
});
