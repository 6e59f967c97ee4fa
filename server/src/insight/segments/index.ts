export { SegmentsModule } from './segments.module.ts';
export { Segments, type KnownFacts } from './segments.service.ts';
