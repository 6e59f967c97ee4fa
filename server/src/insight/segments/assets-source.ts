import { Injectable } from '@nestjs/common';
import type { Fen } from '@siyu/shared/money';

/** Where segments learn what customers hold at the firm. */
export abstract class AssetsSource {
  /** Worth of the holdings, in fen, under each number; those of whom no holdings were told are absent. */
  abstract assetsOf(memberNos: readonly number[]): Promise<ReadonlyMap<number, Fen>>;
}

/** Holdings come with the imports of the core system; until then nobody has any. */
@Injectable()
export class NoAssets extends AssetsSource {
  override async assetsOf(): Promise<ReadonlyMap<number, Fen>> {
    return new Map();
  }
}
