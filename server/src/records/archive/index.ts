export { ArchiveCoverage } from './archive-coverage.ts';
export { ArchiveModule } from './archive.module.ts';
export { ArchiveStanding } from './archive-standing.ts';
export { ArchiveTimeline } from './archive-timeline.ts';
