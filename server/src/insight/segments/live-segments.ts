import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { among, selectRows } from '../../platform/database/index.ts';
import { Logger } from '../../platform/logging/index.ts';
import { resolveRules, type LiveSegment } from './resolve-rules.ts';
import { keyOfSegment, SegmentVersionEntry } from './segment-definition.entity.ts';

const Heads = z.array(
  z.object({
    segmentId: z.string(),
    segmentNo: z.number(),
    name: z.string(),
    version: z.number(),
    holdoutPercent: z.number(),
  }),
);
const HEADS = `SELECT segment_id AS segmentId, segment_no AS segmentNo, name, live_version AS version, holdout_percent AS holdoutPercent
  FROM segment_definitions WHERE state = 'LIVE' ORDER BY segment_no`;

/** The live segments, each asked for by what is committed; their rules are checked once, since no version changes. */
@Injectable()
export class LiveSegments {
  #known: { readonly of: string; readonly segments: readonly LiveSegment[] } = { of: '[]', segments: [] };

  constructor(private readonly logger: Logger) {}

  /** @param manager of the transaction whose locks decide which versions count */
  async list(manager: EntityManager): Promise<readonly LiveSegment[]> {
    const heads = Heads.parse(await manager.query(HEADS));
    const of = JSON.stringify(heads);
    if (of === this.#known.of) return this.#known.segments;
    const segments = await this.#resolve(manager, heads);
    this.#known = { of, segments };
    return segments;
  }

  async #resolve(manager: EntityManager, heads: z.infer<typeof Heads>): Promise<readonly LiveSegment[]> {
    if (heads.length === 0) return [];
    const versions = await selectRows(
      manager,
      SegmentVersionEntry,
      among(
        'segment_id',
        heads.map(({ segmentId }) => segmentId),
      ),
    );
    const trees = new Map(versions.map(({ segmentId, version, rule }) => [`${segmentId} ${version}`, rule]));
    const stored = heads.map(({ segmentNo, ...head }) => ({
      ...head,
      key: keyOfSegment(segmentNo),
      tree: trees.get(`${head.segmentId} ${head.version}`),
    }));
    const segments = resolveRules(stored);
    const whole = new Set(segments.map(({ key }) => key));
    // Such as after a field left the catalogue: nobody is in it until somebody draws it anew.
    for (const { key, version } of stored)
      if (!whole.has(key)) this.logger.error('the rule of a live segment is not whole', { key, version });
    return segments;
  }
}
