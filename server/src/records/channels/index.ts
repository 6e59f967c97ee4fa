export { AccountHandover } from './account-handover.ts';
export { ChannelDesk } from './channel-desk.service.ts';
export { ChannelLists } from './channel-lists.service.ts';
export { ChannelsModule } from './channels.module.ts';
export { Invitations } from './invitations.ts';
export { PlacementLessons } from './placement-lessons.ts';
export { type PublicAccount, PublicChannels } from './public-channels.service.ts';
export { type Joined, Touches } from './touches.service.ts';
