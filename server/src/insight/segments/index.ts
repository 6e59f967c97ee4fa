export { type MemberStay, segmentNames, staysOf } from './member-stays.ts';
export { RetiredSegments } from './retired-segments.ts';
export { type AddressedSegment, SegmentAudiences } from './segment-audiences.ts';
export { SegmentsModule } from './segments.module.ts';
export { TierCuts } from './tiers.ts';
export { Segments } from './segments.service.ts';
