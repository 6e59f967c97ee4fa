import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { renderEnvExample } from '../server/src/platform/config/env-example.ts';

describe('.env.example', () => {
  it('A-04 is what the configuration schema says, word for word', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(renderEnvExample());
  });
});
