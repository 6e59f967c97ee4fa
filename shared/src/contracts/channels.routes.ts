import type {
  ArrivalQuery,
  ChannelAccount,
  ChannelAccountRows,
  ChannelListQuery,
  ChannelOwnerQuery,
  ChannelOwners,
  CreateChannelAccount,
  CreatePlacement,
  PlacementCode,
  PlacementLead,
  PlacementLessonQuery,
  PlacementLessons,
  RecordTouches,
  SetPlacementState,
  ShareKey,
} from './channels.ts';
import { defineRoute } from './route.ts';

interface OfAccount {
  readonly params: { readonly accountId: string };
}
interface OfPlacement {
  readonly params: { readonly placementId: string };
}

export const channelsRoutes = {
  /** How a member who has joined came back; those before joining travel with the consent. */
  recordTouches: defineRoute<{ body: RecordTouches }, void>(
    'channels.recordTouches',
    'member',
    'POST',
    '/v1/touches',
  ),
  /** The same key however often it is asked for. */
  openShareKey: defineRoute<{}, ShareKey>('channels.openShareKey', 'member', 'PUT', '/v1/share-key'),
  /** Asked by a phone that was started by a key: where the placement leads. Nothing is recorded by it. */
  openPlacement: defineRoute<{ readonly params: { readonly key: string } }, PlacementLead>(
    'channels.openPlacement',
    'member',
    'GET',
    '/v1/placements/:key',
  ),
  listPlacementLessons: defineRoute<{ query: PlacementLessonQuery }, PlacementLessons>(
    'channels.listPlacementLessons',
    'staff',
    'GET',
    '/v1/console/placement-lessons',
  ),
  listAccounts: defineRoute<{ query: ChannelListQuery }, ChannelAccountRows>(
    'channels.listAccounts',
    'staff',
    'GET',
    '/v1/console/channel-accounts',
  ),
  getAccount: defineRoute<OfAccount & { query: ArrivalQuery }, ChannelAccount>(
    'channels.getAccount',
    'staff',
    'GET',
    '/v1/console/channel-accounts/:accountId',
  ),
  listOwners: defineRoute<{ query: ChannelOwnerQuery }, ChannelOwners>(
    'channels.listOwners',
    'staff',
    'GET',
    '/v1/console/channel-owners',
  ),
  /** With an Idempotency-Key a repeat makes no second one. */
  createAccount: defineRoute<{ body: CreateChannelAccount }, ChannelAccount>(
    'channels.createAccount',
    'staff',
    'POST',
    '/v1/console/channel-accounts',
  ),
  createPlacement: defineRoute<OfAccount & { body: CreatePlacement }, ChannelAccount>(
    'channels.createPlacement',
    'staff',
    'POST',
    '/v1/console/channel-accounts/:accountId/placements',
  ),
  setPlacementState: defineRoute<OfPlacement & { body: SetPlacementState }, ChannelAccount>(
    'channels.setPlacementState',
    'staff',
    'PUT',
    '/v1/console/placements/:placementId/state',
  ),
  /** The one there is, while it is still good for a day; a repeat makes no second one. */
  makePlacementLink: defineRoute<OfPlacement, ChannelAccount>(
    'channels.makePlacementLink',
    'staff',
    'PUT',
    '/v1/console/placements/:placementId/link',
  ),
  getPlacementCode: defineRoute<OfPlacement, PlacementCode>(
    'channels.getPlacementCode',
    'staff',
    'GET',
    '/v1/console/placements/:placementId/code',
  ),
} as const;
