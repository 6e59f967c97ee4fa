export { CommunitiesModule } from './communities.module.ts';
export { type Board, GroupBoard } from './group-board.ts';
export { GroupHistories } from './group-histories.ts';
export { GroupRoster } from './group-roster.ts';
export { type GroupTime, GroupTies } from './group-ties.ts';
export { MemberGroups } from './member-groups.ts';
export { PublicGroups } from './public-groups.ts';
export { type StaffGroup, StaffGroups } from './staff-groups.ts';
export { WecomLookups } from './wecom-lookups.ts';
