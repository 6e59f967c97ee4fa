import { Global, Module } from '@nestjs/common';
import { FactsSink } from '../scoring/index.ts';
import { Segments } from './segments.service.ts';

/** Global because scoring, one module down, takes its FactsSink from here without knowing this module. */
@Global()
@Module({
  providers: [Segments, { provide: FactsSink, useExisting: Segments }],
  exports: [Segments, FactsSink],
})
export class SegmentsModule {}
