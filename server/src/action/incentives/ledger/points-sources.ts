import { Injectable } from '@nestjs/common';
import type { PointSource } from '@siyu/shared/contracts/points.limits';
import type { EntityManager } from 'typeorm';

/** What a posting was for, in words that the member reads. */
export interface PointsSourceWords {
  /** @example '学完《三份钱》' */
  readonly what: string;
  /** @example '每周学满三课的感谢' */
  readonly why: string | null;
}

/** Knows what its sources were; ids it does not know are left out. */
export interface PointsSourceTeller {
  describe(
    manager: EntityManager,
    sourceIds: readonly string[],
  ): Promise<ReadonlyMap<string, PointsSourceWords>>;
}

/** Where the modules that give and take points say what for; they register in `onModuleInit`. */
@Injectable()
export class PointsSources {
  readonly #tellers = new Map<PointSource, PointsSourceTeller>();

  register(kind: PointSource, teller: PointsSourceTeller): void {
    if (this.#tellers.has(kind)) throw new Error(`the source ${kind} is registered twice`);
    this.#tellers.set(kind, teller);
  }

  /** Words by kind and id, one question a kind. */
  async describe(
    manager: EntityManager,
    sources: readonly { readonly sourceKind: PointSource; readonly sourceId: string }[],
  ): Promise<(kind: PointSource, id: string) => PointsSourceWords | null> {
    const found = new Map<PointSource, ReadonlyMap<string, PointsSourceWords>>();
    for (const kind of new Set(sources.map(({ sourceKind }) => sourceKind))) {
      const ids = sources.flatMap(({ sourceKind, sourceId }) => (sourceKind === kind ? [sourceId] : []));
      const teller = this.#tellers.get(kind);
      if (teller !== undefined) found.set(kind, await teller.describe(manager, [...new Set(ids)]));
    }
    return (kind, id) => found.get(kind)?.get(id) ?? null;
  }
}
