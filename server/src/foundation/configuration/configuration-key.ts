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

/** A version that is or was live, and the moment from which decisions used it. */
export interface ConfiguredSince<Value extends object> extends Configured<Value> {
  readonly from: number;
}
