import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { SENDING_JOB } from '../../action/outreach/campaigns/campaign-sending.ts';
import { Campaign } from '../../action/outreach/campaigns/campaign.entity.ts';
import { StaffMember } from '../../foundation/organisation/staff-member.entity.ts';
import { PlatformSend } from '../../foundation/wechat/sends/platform-send.entity.ts';
import { WecomApi } from '../../foundation/wechat/index.ts';
import { insertRows } from '../../platform/database/index.ts';
import { CommunityGroup, GroupSeat } from '../../records/communities/community-group.entity.ts';
import { GroupViewers } from '../../records/communities/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { MarketingAdmission } from '../../records/notifications/index.ts';
import { expectedMatch } from './expectations.ts';
import type { GateTest } from './passes.ts';
import { campaignFor, settle } from './sent-things.ts';

/**
 * Posts that one member alone reads, in a group or among the contacts of the adviser: what passes to one viewer is what
 * the strictest of many lets pass.
 */
export const posted =
  (channel: 'GROUP_POST' | 'MOMENTS_TASK'): GateTest['pass'] =>
  async (world, { memberNo }, things) => {
    const { database, app, clock, adviserId } = world;
    const identity = app.get(Identity, { strict: false });
    const personId = `wm-door-${memberNo}`;
    const contact = { kind: 'wecom_external_contact', issuer: '', externalId: personId } as const;
    const groupId = randomUUID();
    const now = clock.now();
    const campaigns = things.map((thing): Campaign => {
      const groupIds = channel === 'GROUP_POST' ? [groupId] : [];
      return { ...campaignFor(world, thing, channel), groupIds };
    });
    await database.runInTransaction(async (tx) => {
      await identity.linkIdentity(tx, memberNo, contact);
      await tx.manager.update(StaffMember, { staffId: adviserId }, { wecomUserId: 'host' });
      const name = `门前${groupId}`;
      await insertRows(tx, CommunityGroup, [
        {
          ...{ groupId, chatId: groupId, opengid: null, name, plainName: name, ownerWecomUserId: 'host' },
          ...{ state: 'ACTIVE', memberCount: 2, createdAt: now, syncedAt: now, dissolvedAt: null },
        },
      ]);
      await insertRows(tx, GroupSeat, [
        {
          ...{ seatId: randomUUID(), groupId, kind: 'CUSTOMER', personId, memberNo },
          ...{ joinedAt: now, leftAt: null, joinScene: 1, joinState: null },
        },
      ]);
      await insertRows(tx, Campaign, campaigns);
    });
    // WeCom says what the rows above say, and no hour is quiet.
    const viewers = app.get(GroupViewers, { strict: false });
    const admission = app.get(MarketingAdmission, { strict: false });
    const wecom = app.get(WecomApi, { strict: false });
    const spies = [
      jest.spyOn(viewers, 'renew').mockResolvedValue(),
      jest.spyOn(wecom, 'contactsOf').mockResolvedValue([personId]),
      jest.spyOn(admission, 'isQuietAt').mockResolvedValue(false),
    ];
    try {
      await settle(world, SENDING_JOB);
    } finally {
      for (const spy of spies) spy.mockRestore();
      await database.runInTransaction((tx) =>
        tx.manager.update(CommunityGroup, { groupId }, { state: 'DISSOLVED' }),
      );
    }
    const planned = await database.read.find(PlatformSend, { select: { businessKey: true } });
    const keys = new Set(planned.map(({ businessKey }) => businessKey));
    const passed = campaigns.map(({ campaignId }) => keys.has(`campaign:${campaignId}:post`));
    return new Set(things.flatMap(({ id }, nth) => (passed[nth] === true ? [id] : [])));
  };
/** Education for everybody; a product that is not private for whoever is assessed and it suits; advice for nobody. */
export const mayBePosted: GateTest['expects'] = (member, { kind, isAdvice, rating }) =>
  kind === 'product'
    ? !rating.isPrivate &&
      member.level !== null &&
      !member.isExpired &&
      !member.hasChanged &&
      expectedMatch('PUSH', member, rating).verdict === 'SUITABLE'
    : !isAdvice;
