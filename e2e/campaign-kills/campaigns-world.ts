import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CampaignChannel } from '@siyu/shared/contracts/campaigns.limits';
import { campaignsRoutes } from '@siyu/shared/contracts/campaigns.routes';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { SANDBOX_KEYS } from '../../tools/sandbox-callbacks.ts';
import { allowAnyHour } from '../campaigns/allow-any-hour.ts';
import { type DatabaseView, signInStaff, startWhole, until, type Whole } from '../harness/index.ts';
import { writeBeside } from '../sends/plant-sends.ts';
import { audienceRows } from './audience-rows.ts';
import { type Tally, tallyOf } from './tally.ts';
import { contactIdOf, WecomBox } from './wecom-box.ts';

const TITLE = '接到自称券商的电话，先核对三件事';
const ADVISER = 'adviser1';
const ROWS_AT_ONCE = 500;
/** Members who change their mind between the approval and the sending of each campaign. */
const LEAVERS = 3;
const FREEZES = 7;
const TOLD_WITHIN_MS = 150;

/** An adviser with a large book, all of it contacts in the box's WeCom, and a server that can be ended or frozen. */
export interface CampaignsWorld {
  readonly whole: Whole;
  /** Written, previewed and handed in; then some withdraw their consent. */
  handIn(channel: CampaignChannel): Promise<HandedIn>;
  /** By compliance. */
  approve(campaign: HandedIn): Promise<void>;
  /** The next time it comes by this point the server is killed, or frozen. */
  orderAt(point: string, act: 'SIGKILL' | 'SIGSTOP'): void;
  /**
   * Hands a campaign in, approves it, and freezes the server at the point. One that was frozen while another of its jobs
   * held locks would only show that others wait for them: it goes on, and the next campaign is tried.
   * @returns with it what approving answers once the server goes on
   */
  freezeAt(point: string, channel: CampaignChannel): Promise<FrozenIn>;
  /** Whoever was sent to often may be sent to again. */
  nextDay(): Promise<void>;
  /** Until the campaign is done and no task of it is on its way. */
  atRest(campaign: HandedIn): Promise<void>;
  tally(campaign: HandedIn): Promise<Tally>;
  isAway(): Promise<boolean>;
  close(): Promise<void>;
}

interface FrozenIn {
  readonly campaign: HandedIn;
  readonly approved: Promise<void>;
}

interface HandedIn {
  readonly campaignId: string;
  readonly channel: CampaignChannel;
  readonly reviewId: string;
  readonly sha256: string;
}

export async function openCampaignsWorld(
  engine: 'sqlite' | 'mysql',
  members: number,
): Promise<CampaignsWorld> {
  const killsDir = mkdtempSync(join(tmpdir(), 'siyu-kills-'));
  const whole = await startWhole({
    demo: 'full',
    engine,
    hasWecom: true,
    env: {
      NODE_ENV: 'test',
      SIYU_KILL_DIR: killsDir,
      PLATFORM_REST_MS: '200',
      LOGINS_PER_MINUTE: '100000',
      // As few as there are; those who are sent to come on top.
      ...(engine === 'mysql' && { SIYU_DEMO_MEMBERS: '100' }),
    },
  });
  const box = new WecomBox(whole);
  await allowAnyHour(whole, { perDay: 10, perWeek: 50 });
  const planted = await plantAudience(whole, members);
  await box.befriend(ADVISER, planted);
  let left = 0;
  const withView = async <T>(ask: (view: DatabaseView) => Promise<T>): Promise<T> => {
    const view = await whole.openDatabase();
    try {
      return await ask(view);
    } finally {
      await view.close();
    }
  };
  const handInOne: CampaignsWorld['handIn'] = async (channel) => {
    const campaign = await handIn(whole, channel);
    const leavers = planted.slice(left, (left += LEAVERS));
    const marks = leavers.map(() => '?').join(', ');
    const sql = `UPDATE current_consents SET is_granted = 0 WHERE purpose = 'MARKETING' AND member_no IN (${marks})`;
    await writeBeside(whole, sql, leavers);
    return campaign;
  };
  const approve: CampaignsWorld['approve'] = async ({ reviewId, sha256 }) => {
    const compliance = await signInStaff(whole, 'compliance');
    await compliance.call(reviewsRoutes.decideReview, {
      params: { reviewId },
      body: { isApproved: true, comment: '', subjectSha256: sha256 },
    });
  };
  const orderAt: CampaignsWorld['orderAt'] = (point, act) => writeFileSync(join(killsDir, point), act);
  const atRest: CampaignsWorld['atRest'] = async ({ campaignId }) => {
    const isOver = () => withView((view) => isCampaignOver(view, campaignId));
    await until('the campaign is done', isOver, 120_000);
  };
  return {
    whole,
    handIn: handInOne,
    approve,
    orderAt,
    freezeAt: async (point, channel) => {
      for (let tries = 0; tries < FREEZES; tries += 1) {
        const campaign = await handInOne(channel);
        orderAt(point, 'SIGSTOP');
        const approved = approve(campaign);
        await until('the server is frozen', () => !existsSync(join(killsDir, point)));
        if (!(await withView(holdsLocks))) return { campaign, approved };
        whole.resumeServer();
        await approved;
        await atRest(campaign);
        await box.receivers(ADVISER);
      }
      throw new Error('the server was never frozen between two transactions');
    },
    nextDay: () => writeBeside(whole, 'DELETE FROM marketing_contacts', []),
    atRest,
    tally: async ({ campaignId, channel }) =>
      tallyOf(whole, campaignId, channel === 'WECOM_MASS_SEND' ? await box.receivers(ADVISER) : null),
    isAway: () =>
      fetch(`${whole.url}/healthz`).then(
        () => false,
        () => true,
      ),
    close: async () => {
      await whole.close();
      rmSync(killsDir, { recursive: true, force: true });
    },
  };
}

/** Whether a transaction is open on a MariaDB, by what it told a moment ago at the latest. */
async function holdsLocks(view: DatabaseView): Promise<boolean> {
  await sleep(TOLD_WITHIN_MS);
  const [open] = await view.query(
    `SELECT COUNT(*) AS n FROM information_schema.innodb_trx t
       JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
      WHERE p.db = DATABASE() AND p.id <> CONNECTION_ID()`,
  );
  return Number(open?.['n']) > 0;
}

async function isCampaignOver(view: DatabaseView, campaignId: string): Promise<boolean> {
  const [campaign] = await view.query('SELECT state FROM campaigns WHERE campaign_id = ?', [campaignId]);
  if (campaign?.['state'] !== 'DONE') return false;
  const [waiting] = await view.query(
    "SELECT COUNT(*) AS n FROM platform_sends WHERE business_key LIKE ? AND state IN ('PLANNED', 'SENDING')",
    [`campaign:${campaignId}:%`],
  );
  return Number(waiting?.['n']) === 0;
}

/** @returns the numbers of those who were planted */
async function plantAudience(whole: Whole, count: number): Promise<readonly number[]> {
  const view = await whole.openDatabase();
  const [last] = await view.query('SELECT MAX(last_no) AS n FROM member_numbers');
  const [adviser] = await view.query('SELECT staff_id AS id FROM staff WHERE login_name = ?', [ADVISER]);
  const texts = await view.query(
    "SELECT purpose, MAX(text_version) AS version FROM current_consents WHERE purpose IN ('SERVICE', 'MARKETING') GROUP BY purpose",
  );
  await view.close();
  const from = Number(last?.['n']) + 1;
  const tables = audienceRows({
    from,
    count,
    adviserId: String(adviser?.['id']),
    texts: Object.fromEntries(texts.map((row) => [String(row['purpose']), String(row['version'])])),
    contacts: { issuer: SANDBOX_KEYS.WECOM_CORP_ID, idOf: contactIdOf },
  });
  await writeBeside(whole, 'UPDATE member_numbers SET last_no = ?', [from + count - 1]);
  for (const { table, columns, rows } of tables)
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const part = rows.slice(at, at + ROWS_AT_ONCE);
      const marks = part.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ');
      await writeBeside(whole, `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${marks}`, part.flat());
    }
  return Array.from({ length: count }, (_, at) => from + at);
}

async function handIn(whole: Whole, channel: CampaignChannel): Promise<HandedIn> {
  const adviser = await signInStaff(whole, ADVISER);
  const { contents } = await adviser.call(campaignsRoutes.getOptions, { query: { search: TITLE } });
  const { campaignId, revision } = await adviser.call(campaignsRoutes.createCampaign, {
    body: {
      name: '提醒老客户防冒充',
      contentId: contents[0]?.contentId ?? '',
      productIds: [],
      channel,
      groupIds: [],
      segmentKeys: [],
      excludedSegmentKeys: [],
      scheduledFor: null,
    },
  });
  const params = { campaignId };
  const { preview } = await adviser.call(campaignsRoutes.takePreview, { params, body: { revision } });
  const previewSha256 = preview?.sha256 ?? '';
  const { review } = await adviser.call(campaignsRoutes.submitCampaign, {
    params,
    body: { revision, previewSha256 },
  });
  if (review === null) throw new Error('handed in without a review');
  return { campaignId, channel, reviewId: review.reviewId, sha256: review.sha256 };
}
