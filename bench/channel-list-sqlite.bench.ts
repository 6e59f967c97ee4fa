import { channelListBench } from './channel-list.ts';

export const bench = channelListBench('sqlite');
