import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CampaignChannel } from '@siyu/shared/contracts/campaigns.limits';
import { heavyCheck } from '../tools/heavy-check.ts';
import { freePort } from '../tools/mariadb.ts';
import { type CampaignsWorld, openCampaignsWorld } from './campaign-kills/campaigns-world.ts';
import { until } from './harness/index.ts';
import { randomFrom } from './ingest-kill/index.ts';
import { nodeAt } from './rolling/index.ts';
import { endLeases } from './sends/plant-sends.ts';

/** The server, which is its own worker, ends at a point of the job, or at any moment. */
type Kill = readonly [channel: CampaignChannel, at: string];

const AT_ANY_MOMENT = 'any moment';
const check = heavyCheck('campaign-kills');
const SIZES = {
  small: {
    members: 450,
    frozenMs: 0,
    withinMs: 120_000,
    kills: [
      ['FEED_CARD', 'campaigns.decided'],
      ['WECOM_MASS_SEND', 'sends.called'],
    ],
  },
  full: {
    members: 2_000,
    frozenMs: 60_000,
    withinMs: 1_200_000,
    kills: [
      ['FEED_CARD', 'campaigns.decided'],
      ['FEED_CARD', 'campaigns.written'],
      ['FEED_CARD', 'campaigns.committed'],
      ['FEED_CARD', AT_ANY_MOMENT],
      ['WECOM_MASS_SEND', 'campaigns.decided'],
      ['WECOM_MASS_SEND', 'campaigns.committed'],
      ['WECOM_MASS_SEND', 'sends.claimed'],
      ['WECOM_MASS_SEND', 'sends.called'],
      ['WECOM_MASS_SEND', AT_ANY_MOMENT],
      ['WECOM_MASS_SEND', AT_ANY_MOMENT],
    ],
  },
} as const satisfies Record<string, { kills: readonly Kill[] } & Record<string, unknown>>;
const size = SIZES[check.size];
const mariadb = process.env['SIYU_TEST_MARIADB'];
/** In the small run one engine; MariaDB where there is one, since two servers at once need it. */
const ENGINES = [
  ...(mariadb === undefined || check.size === 'full' ? ['sqlite'] : []),
  ...(mariadb === undefined ? [] : ['mysql']),
] as const as readonly ('sqlite' | 'mysql')[];
const CLEAN = { lost: 0, added: 0, unnamed: 0, misspent: 0, twice: 0, untrue: 0 };
/** The longest that a campaign of the full size takes here. */
const SENDING_MS = 3_000;

/** Of every engine, since each writes the whole of what is kept. */
const counts: Record<string, number> = {};

describe.each(ENGINES)('a campaign through a killed server on %s', (engine) => {
  const random = randomFrom(check.seed);
  let world: CampaignsWorld;
  beforeAll(async () => {
    world = await openCampaignsWorld(engine, size.members);
  }, 240_000);
  afterAll(() => world.close());

  const killDuring = async ([channel, at]: Kill) => {
    const campaign = await world.handIn(channel);
    if (at === AT_ANY_MOMENT) {
      await world.approve(campaign);
      await sleep(random() * SENDING_MS);
      await world.whole.killServer();
    } else {
      world.orderAt(at, 'SIGKILL');
      // It may be gone before it has answered.
      await world.approve(campaign).catch(() => undefined);
      await until(`the server ends at ${at}`, world.isAway, 60_000);
    }
    await endLeases(world.whole);
    await world.whole.restartServer();
    await world.atRest(campaign);
    return world.tally(campaign);
  };

  it(
    'I-11 fault 04 killed at points of the sending and at any moment, everybody of the approved preview is sent to once, dropped for a named fact, or counted as unknown',
    async () => {
      const total = { kills: 0, included: 0, sent: 0, dropped: 0, unknown: 0 };
      for (const kill of size.kills) {
        const tally = await killDuring(kill);
        total.kills += 1;
        for (const key of ['included', 'sent', 'dropped', 'unknown'] as const) total[key] += tally[key];
        expect({ kill, ...tally }).toMatchObject({ kill, ...CLEAN });
        expect(tally.sent + tally.dropped + tally.unknown).toBe(tally.included);
        expect(tally.dropped).toBeGreaterThan(0);
      }
      for (const [name, count] of Object.entries(total)) counts[`${engine}_${name}`] = count;
      check.record(counts);
    },
    size.withinMs,
  );

  (engine === 'mysql' ? it : it.skip)(
    'I-11 fault 08 frozen in the middle of a part until another process has sent the campaign, the server is refused when it goes on, and nobody is sent to twice',
    async () => {
      await world.nextDay();
      const { campaign, approved } = await world.freezeAt('campaigns.read', 'WECOM_MASS_SEND');
      if (size.frozenMs > 0) await sleep(size.frozenMs);
      else await endLeases(world.whole);
      // Nobody waits for what it answers before it goes on.
      approved.catch(() => undefined);
      const other = nodeAt(await freePort(), world.whole.environment);
      try {
        await other.start();
        await world.atRest(campaign);
        const before = await world.tally(campaign);
        world.whole.resumeServer();
        const refused = 'the lease of campaign-sending belongs to another process now';
        await until('its write is refused', () => world.whole.log().includes(refused));
        await approved;
        expect(before).toMatchObject({ ...CLEAN, unknown: 0 });
        // The rows say the same, and in the box there is nothing new: of all who were sent to no task is seen again.
        expect(await world.tally(campaign)).toEqual({ ...before, untrue: before.sent });
      } finally {
        world.whole.resumeServer();
        await other.end();
      }
    },
    size.withinMs,
  );
});
