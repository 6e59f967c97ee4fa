import type { z } from 'zod';

/** A registered key; it knows what its values look like. */
export interface ConfigurationKey<Value extends object> {
  readonly name: string;
  readonly schema: z.ZodType<Value>;
}
export interface Configured<Value extends object> {
  readonly version: number;
  readonly value: Value;
}
