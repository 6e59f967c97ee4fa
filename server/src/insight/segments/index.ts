export { SegmentsModule } from './segments.module.ts';
export { Segments } from './segments.service.ts';
