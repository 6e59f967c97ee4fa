import { Injectable } from '@nestjs/common';
import type { TierCode } from '@siyu/shared/contracts/segments.limits';
import { fen, type Fen } from '@siyu/shared/money';
import { z } from 'zod';
import {
  Configuration,
  type ConfigurationKey,
  type Configured,
} from '../../foundation/configuration/index.ts';

const From = z.int().min(1).transform(fen);
/** Where the tiers begin, in fen of holdings at the firm; the lower bound belongs to the tier. */
export const TierCuts = z
  .object({ affluentFromFen: From, highNetWorthFromFen: From })
  .refine(({ affluentFromFen, highNetWorthFromFen }) => affluentFromFen < highNetWorthFromFen, {
    path: ['highNetWorthFromFen'],
    message: 'must be more than affluentFromFen',
  });
export type TierCuts = z.infer<typeof TierCuts>;

const WAN = 1_000_000;
/** <50万 · 50–600万 · ≥600万 (our choice). */
const initialCuts: TierCuts = { affluentFromFen: fen(50 * WAN), highNetWorthFromFen: fen(600 * WAN) };

/** @example tierOf(fen(60_000_000), cuts) // => 'AFFLUENT' */
export function tierOf(assetsFen: Fen, { affluentFromFen, highNetWorthFromFen }: TierCuts): TierCode {
  if (assetsFen >= highNetWorthFromFen) return 'HIGH_NET_WORTH';
  return assetsFen >= affluentFromFen ? 'AFFLUENT' : 'MASS';
}

/** The cuts as the business has set them. */
@Injectable()
export class Tiers {
  readonly #key: ConfigurationKey<TierCuts>;

  constructor(private readonly configuration: Configuration) {
    this.#key = configuration.register('segments.tiers', TierCuts, initialCuts);
  }

  /** @param moment epoch ms */
  cutsAt(moment: number): Promise<Configured<TierCuts>> {
    return this.configuration.get(this.#key, moment);
  }
}
